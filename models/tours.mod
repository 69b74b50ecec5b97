# Tours: how many people work each weekly tour of each group, over a given
# list of tours. Column generation makes the list; this is its integer master.
# See tours.md.

set CELLS;                                      # intervals of the week
set GROUPS;                                     # people who may exchange tours
set TOURS;
set LOADS default {};                           # work done at any permitted time

param need {CELLS} >= 0, default 0;
param covers {CELLS, TOURS} binary, default 0;
param group {TOURS} symbolic in GROUPS;
param cost {TOURS} >= 0, default 0;
param least {GROUPS} >= 0;                      # people: named mode least = most
param most {g in GROUPS} >= least[g];
param under >= 0;
param over >= 0;
param undone >= 0, default 0;                   # of one agent-interval of a load not done
param amount {LOADS} >= 0;                      # agents x intervals
param permitted {LOADS, CELLS} binary, default 0;
param agents {LOADS} >= 0;                      # most agents at once

var x {TOURS} integer, >= 0;
var u {CELLS} >= 0;
var o {CELLS} >= 0;
var y {k in LOADS, t in CELLS: permitted[k, t] = 1} >= 0, <= agents[k];
var short {LOADS} >= 0;

minimize total:
    sum {j in TOURS} cost[j] * x[j] + sum {t in CELLS} (under * u[t] + over * o[t])
    + sum {k in LOADS} undone * short[k];

s.t. cover {t in CELLS}:
    sum {j in TOURS} covers[t, j] * x[j] + u[t] - o[t]
    - sum {k in LOADS: permitted[k, t] = 1} y[k, t] = need[t];

s.t. load {k in LOADS}: sum {t in CELLS: permitted[k, t] = 1} y[k, t] + short[k] = amount[k];

s.t. people {g in GROUPS}: least[g] <= sum {j in TOURS: group[j] = g} x[j] <= most[g];

end;
