/** The hatching of set-up. Once a drawing: a pattern is found by its id in the whole page. */
export const Hatch = ({ id }: { id: string }) => (
  <defs>
    <pattern id={id} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect class="hatch-ground" width="4" height="4" />
      <rect class="hatch-line" width="1.4" height="4" />
    </pattern>
  </defs>
)
