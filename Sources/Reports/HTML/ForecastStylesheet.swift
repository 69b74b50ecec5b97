/// What the page of a forecast adds to the report's style; on a dark screen, in dark colours.
let forecastStylesheet = """

    svg.days text{font-size:11px}svg.days .line{stroke-width:1.8}.actual{fill:none;stroke:#1c2430;stroke-width:1}
    .dot{fill:#1c2430}.out{fill:#d9433b;stroke:#fff;stroke-width:1}.start{fill:none;stroke:#5a6675;stroke-dasharray:4 3}
    .ka{border-width:2px 0 0!important;border-color:#1c2430!important;height:5px!important}
    .kf{border-width:2px 0 0!important;border-color:#1f4e79!important;height:5px!important}
    .ko{background:#d9433b;border-radius:50%;width:9px!important;height:9px!important;border-color:#fff!important}
    #accuracy th.n{white-space:normal}#accuracy th,#accuracy td{padding:3px 6px}
    @media screen and (prefers-color-scheme:dark){:root{color-scheme:dark}
    body{color:#e3e8ee;background:#14181d}h2{border-color:#5b8fbc}a{color:#8fc1ec}
    .sub,.key,figcaption,.keys span,.note{color:#a9b5c2}.keys div{border-color:#3a4552}
    th,td{border-color:#2c353f}thead th{background:#1f262e;border-color:#465362}tfoot td{border-color:#6b7988}
    td.good{color:#7fd3a0}td.caution{color:#f0bd62}td.bad{color:#ff958c}
    svg text{fill:#a9b5c2}svg .grid{stroke:#323c47}.wide,.kd{fill:#22394f;background:#22394f}.near,.kn{fill:#33597d;background:#33597d}
    .line{stroke:#8fc1ec}.actual{stroke:#e3e8ee}.dot{fill:#e3e8ee}.out{fill:#ff7a70;stroke:#14181d}.start{stroke:#a9b5c2}
    .ka{border-color:#e3e8ee!important}.kf{border-color:#8fc1ec!important}.ko{background:#ff7a70;border-color:#14181d!important}}
    """
