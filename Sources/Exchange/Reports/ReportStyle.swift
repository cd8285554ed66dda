/// How a page looks, on a screen of any width and on paper.
enum ReportStyle {
    /// - Parameter classification: words of the program's own, which stand on each page.
    static func sheet(_ classification: String) -> String {
        """
        :root { --ink: #1b1b1b; --paper: #ffffff; --soft: #f2f2ef; --line: #767676; --bar: #2f5d8a;
          --warn: #8a3b00; color-scheme: light dark; }
        @media screen and (prefers-color-scheme: dark) {
          :root { --ink: #ececec; --paper: #16181b; --soft: #23262b; --line: #8f8f8f; --bar: #8ab4dc;
            --warn: #f0a868; }
        }
        html { background: var(--paper); color: var(--ink); }
        body { font: 1rem/1.45 system-ui, "DejaVu Sans", Arial, sans-serif; margin: 0 auto;
          max-width: 58rem; padding: 1rem; }
        h1 { font-size: 1.6rem; line-height: 1.2; margin: 0.5rem 0; }
        h2 { font-size: 1.3rem; border-bottom: 2px solid var(--line); margin: 2rem 0 0.75rem; }
        h3 { font-size: 1.1rem; margin: 1.5rem 0 0.5rem; }
        p { margin: 0.35rem 0; overflow-wrap: anywhere; }
        .class { font-weight: bold; border: 2px solid var(--line); padding: 0.3rem 0.6rem; }
        .notice, .gap { color: var(--warn); font-weight: bold; }
        .note { font-size: 0.9rem; }
        .wide { overflow-x: auto; margin: 0.75rem 0; }
        table { border-collapse: collapse; width: 100%; }
        caption { text-align: left; font-weight: bold; padding: 0.3rem 0; }
        th, td { border: 1px solid var(--line); padding: 0.3rem 0.5rem; text-align: left;
          vertical-align: top; }
        thead th { background: var(--soft); }
        tbody th { font-weight: normal; }
        .n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        dl { display: grid; grid-template-columns: minmax(10rem, 2fr) 3fr; gap: 0.2rem 1rem; }
        dt, dd { margin: 0; }
        .plot { width: 100%; max-width: 40rem; height: auto; display: block; }
        .bar { fill: var(--bar); }
        .axis { stroke: var(--line); }
        .label { fill: var(--ink); }
        @media (max-width: 34rem) { dl { display: block; } dd { margin: 0 0 0.5rem 1rem; } }
        @page { size: A4; margin: 18mm 16mm 20mm;
          @bottom-left { content: "\(classification)"; font-size: 9pt; }
          @bottom-right { content: "Page " counter(page) " of " counter(pages); font-size: 9pt; } }
        @media print {
          body { max-width: none; padding: 0; font-size: 10.5pt; }
          h2, h3 { break-after: avoid; }
          tr, .plot, dt { break-inside: avoid; }
          thead { display: table-header-group; }
          .wide { overflow: visible; }
        }
        """
    }
}
