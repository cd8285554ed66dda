/// How a page looks, on a screen of any width and on paper.
///
/// WeasyPrint, which makes the PDF, knows `var()` in single properties alone: `border: 1px solid
/// var(--line)` would draw no border there. Lines have one grey that can be seen on both papers.
enum ReportStyle {
    /// - Parameter classification: words of the program's own, which stand on each page.
    static func sheet(_ classification: String) -> String {
        """
        :root { --ink: #1b1b1b; --paper: #ffffff; --soft: #f0f1ee; --bar: #2f5d8a; --warn: #8a3b00;
          color-scheme: light dark; }
        @media screen and (prefers-color-scheme: dark) {
          :root { --ink: #ececec; --paper: #16181b; --soft: #23262b; --bar: #8ab4dc; --warn: #f0a868; }
        }
        html { background-color: var(--paper); color: var(--ink); }
        body { font: 1rem/1.45 system-ui, "DejaVu Sans", Arial, sans-serif; margin: 0 auto;
          max-width: 58rem; padding: 1.25rem 1rem; }
        header { border-bottom: 3px solid #7d7d7d; margin-bottom: 1.5rem; padding-bottom: 0.75rem; }
        .school { font-weight: bold; font-size: 1.1rem; }
        .class { font-weight: bold; font-size: 0.9rem; border: 2px solid #7d7d7d; float: right;
          margin: 0 0 0.5rem 1rem; padding: 0.2rem 0.6rem; }
        h1 { font-size: 1.6rem; line-height: 1.2; margin: 0.4rem 0; }
        h2 { font-size: 1.25rem; border-bottom: 1px solid #7d7d7d; margin: 2rem 0 0.75rem; }
        h3 { font-size: 1.1rem; margin: 1.5rem 0 0.5rem; }
        p { margin: 0.35rem 0; overflow-wrap: anywhere; }
        ul { margin: 0.5rem 0; padding-left: 1.4rem; }
        .notice, .gap { color: var(--warn); font-weight: bold; }
        .note { font-size: 0.9rem; }
        .wide { overflow-x: auto; margin: 0.75rem 0; }
        table { border-collapse: collapse; width: 100%; }
        .many { font-size: 0.9rem; }
        .most { font-size: 0.8rem; }
        caption { text-align: left; font-weight: bold; padding: 0.3rem 0; }
        th, td { border: 1px solid #7d7d7d; padding: 0.3rem 0.5rem; text-align: left;
          vertical-align: top; }
        .many th, .many td { padding: 0.25rem 0.4rem; }
        thead th { background-color: var(--soft); }
        tbody th { font-weight: normal; }
        .n { text-align: right; font-variant-numeric: tabular-nums; }
        .whole { white-space: nowrap; }
        li.fill { list-style: none; border-bottom: 1px solid #7d7d7d; height: 1.9rem;
          margin-left: -1.4rem; }
        td.fill { height: 2.2rem; min-width: 6rem; }
        dl { display: grid; grid-template-columns: minmax(10rem, 2fr) 3fr; gap: 0.2rem 1rem; }
        dt, dd { margin: 0; }
        .plot { width: 100%; max-width: 40rem; height: auto; display: block; }
        .bar { fill: var(--bar); }
        .label { fill: var(--ink); }
        @media screen and (max-width: 34rem) {
          .class { float: none; display: inline-block; margin: 0 0 0.5rem; }
          dl { display: block; }
          dd { margin: 0 0 0.5rem 1rem; }
          .many, .many caption, .many tbody, .many tr, .many tbody th { display: block; }
          .many, .most { font-size: 1rem; }
          .many thead { position: absolute; clip-path: inset(50%); height: 1px; width: 1px;
            overflow: hidden; }
          .many tr { border: 1px solid #7d7d7d; margin: 0 0 0.6rem; }
          .many tbody th { background-color: var(--soft); border: 0; font-weight: bold;
            text-align: left; }
          .many td { border: 0; display: grid; gap: 0.75rem; grid-template-columns: 2fr 3fr;
            text-align: left; }
          .many td:empty { display: none; }
          .many td::before { content: attr(data-label); font-size: 0.9rem; }
        }
        @page { size: A4; margin: 16mm 16mm 20mm;
          @bottom-left { content: "\(classification)"; font: 9pt "DejaVu Sans", Arial, sans-serif; }
          @bottom-right { content: "Page " counter(page) " of " counter(pages);
            font: 9pt "DejaVu Sans", Arial, sans-serif; } }
        @media print {
          html { font-size: 10pt; }
          body { max-width: none; padding: 0; }
          h2, h3, caption { break-after: avoid; }
          tr, .plot, dt { break-inside: avoid; }
          thead { display: table-header-group; }
          .wide { overflow: visible; }
        }
        """
    }
}
