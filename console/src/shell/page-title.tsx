/** The heading of a page: named in the tab too, and where a screen reader goes on after a change of page. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

export const PageTitle = ({ title, children }: { title: string; children?: ComponentChildren }) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Planning Engine`
  }, [title])
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }, [])
  return (
    <div class="page-title">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </div>
  )
}
