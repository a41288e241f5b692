# Phase 1 of the launch on Windows: only calls what scripts/deploy-phase1 calls. -DryRun and -Yes are --dry-run and --yes.
param([switch]$DryRun, [switch]$Yes, [Parameter(ValueFromRemainingArguments)][string[]]$Rest)
$Options = @()
if ($DryRun) { $Options += '--dry-run' }
if ($Yes) { $Options += '--yes' }
Push-Location (Join-Path $PSScriptRoot '..')
try { & node '--import=tsx' 'scripts/deploy-phase1.ts' @Options @Rest } finally { Pop-Location }
exit $LASTEXITCODE
