/// Style of the plan report: legible on a screen, in print and without colour.
let reportStylesheet = """
    :root{color-scheme:light}
    *{box-sizing:border-box}
    body{font:15px/1.45 system-ui,-apple-system,"Segoe UI","DejaVu Sans",sans-serif;color:#1c2430;background:#fff;margin:0 auto;max-width:1180px;padding:24px}
    h1{font-size:1.7em;margin:0 0 .1em}h2{font-size:1.25em;margin:2em 0 .6em;padding-bottom:.25em;border-bottom:2px solid #1f4e79}
    h3{font-size:1.05em;margin:1.4em 0 .4em}p{margin:.4em 0}.sub{color:#5a6675}
    nav a{margin-right:1em;white-space:nowrap}a{color:#1f4e79}
    .keys{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:10px;margin:1.2em 0}
    .keys div{border:1px solid #d5dce4;border-radius:6px;padding:10px 12px}
    .keys b{display:block;font-size:1.35em;font-variant-numeric:tabular-nums;white-space:nowrap}.keys span{color:#5a6675;font-size:.87em}
    .scroll{overflow-x:auto}table{border-collapse:collapse;font-size:.88em;margin:.5em 0 1em;font-variant-numeric:tabular-nums}
    caption{text-align:left;font-weight:600;padding:.3em 0;white-space:nowrap}th,td{padding:3px 9px;border-bottom:1px solid #e3e8ee;text-align:left;vertical-align:top}
    thead th{background:#f1f4f8;border-bottom:1px solid #b9c4d0;font-weight:600}tfoot td{border-top:1px solid #8594a5;font-weight:600}
    td.n,th.n{text-align:right;white-space:nowrap}td.good{color:#1d6b3a}td.caution{color:#8a5a00}td.bad{color:#a3211b;font-weight:600}
    table.grid td{font-size:.86em;white-space:nowrap;padding:2px 6px}.off{color:#8594a5}
    .charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(250px,1fr));gap:8px 14px}
    .bars{display:grid;grid-template-columns:repeat(auto-fill,minmax(430px,1fr));gap:10px 18px}
    figure{margin:0;break-inside:avoid}figcaption{font-size:.82em;color:#5a6675}
    svg{width:100%;height:auto;display:block}svg text{font:8px system-ui,"DejaVu Sans",sans-serif;fill:#5a6675}
    .e{text-anchor:end}.m{text-anchor:middle}svg .grid{fill:none;stroke:#d5dce4;stroke-width:.6}
    .cov{fill:#b8d3ea;stroke:#5b8fbc;stroke-width:.6}.short{fill:#d9433b;fill-opacity:.75}.req{fill:none;stroke:#1c2430;stroke-width:1.2}
    .wide{fill:#e3edf6}.near{fill:#bdd5ea}.line{fill:none;stroke:#1f4e79;stroke-width:1.1}
    .work{fill:#7fabd2}.rest{fill:#fff;stroke:#5b8fbc;stroke-width:.3}.lunch{fill:#e8e2d0;stroke:#b0a57f;stroke-width:.4}
    .key{font-size:.84em;color:#5a6675}.key i{display:inline-block;width:14px;height:10px;margin:0 4px 0 12px;border:1px solid #8594a5;vertical-align:-1px}
    .kc{background:#b8d3ea}.kr{border-width:2px 0 0!important;border-color:#1c2430!important;height:5px!important}.ks{background:#d9433b}.kw{background:#7fabd2}.kb{background:#fff}.kl{background:#e8e2d0}
    .kn{background:#bdd5ea}.kd{background:#e3edf6}
    details{margin:.4em 0}summary{cursor:pointer;font-weight:600;padding:.2em 0}
    .violation{color:#a3211b;font-weight:600}.warning{color:#8a5a00;font-weight:600}.note{color:#5a6675}
    ul{padding-left:1.3em;margin:.4em 0}
    @media print{body{font-size:10.5px;max-width:none;padding:0}nav{display:none}h2{break-after:avoid}h3,summary{break-after:avoid}
    tr,figure{break-inside:avoid}thead{display:table-header-group}.scroll{overflow:visible}
    details::details-content{content-visibility:visible;display:block;height:auto}.bars{grid-template-columns:1fr 1fr}.charts{grid-template-columns:repeat(4,1fr)}
    *{print-color-adjust:exact;-webkit-print-color-adjust:exact}@page{size:A4 landscape;margin:12mm}}
    """
