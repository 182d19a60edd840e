/** Colours and type of the report, as CSS custom properties; the web page of the project has the same. */
export const TOKENS = `
:root { color-scheme: light dark;
  --paper: light-dark(#f8f6f1, #141517); --sheet: light-dark(#fffefb, #1b1d20); --well: light-dark(#f1eee7, #24272b);
  --ink: light-dark(#1e1d1a, #e8e6e1); --soft: light-dark(#615d55, #a9a59c); --line: light-dark(#e3dfd5, #33363b);
  --accent: light-dark(#12664b, #7fd3b0);
  --ins: light-dark(#0d5a41, #93dfbf); --ins-paper: light-dark(#dcf0e5, #17382d); --ins-line: light-dark(#3f9b79, #4f9d80);
  --del: light-dark(#93302b, #f0aaa2); --del-paper: light-dark(#f9e3df, #42211f); --del-line: light-dark(#cf8a83, #9c5a54);
  --mark: light-dark(#6b4a00, #ecd08c); --mark-paper: light-dark(#faf0d2, #38301a); --mark-line: light-dark(#c39a35, #a88a3c);
  --serif: "Source Serif 4 Variable", "Source Serif 4", Charter, "Iowan Old Style", "Palatino Linotype", Georgia, serif;
  --sans: "Inter Variable", Inter, system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
  --round: 0.75rem; }
`;
