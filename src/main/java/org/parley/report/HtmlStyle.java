package org.parley.report;

/** The style sheet of HTML pages: light and dark, for the screen and for print. */
final class HtmlStyle {
  static final String SHEET =
      """
      :root{color-scheme:light dark;--ink:#1c2430;--paper:#fbfaf7;--dim:#596273;--line:#d8d5cc;--accent:#1f5f74}
      @media (prefers-color-scheme:dark){:root{--ink:#e6e9ef;--paper:#14181f;--dim:#a3adbd;--line:#333c4a;--accent:#7cc4d8}}
      *{box-sizing:border-box}
      body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 Georgia,'Times New Roman',serif}
      main{max-width:60rem;margin:0 auto;padding:2rem 1.25rem 4rem}
      h1{font-size:1.9rem;line-height:1.2;margin:0 0 .5rem}
      h2{font-size:1.2rem;margin:2rem 0 .5rem;color:var(--accent)}
      table{border-collapse:collapse;width:100%;font:15px/1.45 system-ui,sans-serif}
      caption{text-align:left;color:var(--dim);padding-bottom:.4rem}
      th,td{text-align:left;vertical-align:top;padding:.45rem .75rem .45rem 0;border-bottom:1px solid var(--line)}
      th[scope=row]{font-weight:600}
      code{font:14px/1.5 ui-monospace,Consolas,monospace;overflow-wrap:anywhere}
      ul{padding-left:1.25rem}
      .bar{border:1px solid var(--dim);margin-right:.6rem;vertical-align:-1px;max-width:40vw}
      .filled{fill:var(--accent)}
      @media print{:root{--paper:#fff;--ink:#000;--dim:#444;--line:#bbb;--accent:#000}main{max-width:none;padding:0}h2{break-after:avoid}tr{break-inside:avoid}}
      """;

  private HtmlStyle() {}
}
