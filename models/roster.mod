# Anonymous tours to named agents over all weeks. See roster.md.

set AGENTS;
set CLASSES, dimen 2;             # (group, class of interchangeable tours)
set MEMBERS, dimen 2;             # (agent, group): one group a week
set TAKES, dimen 3;               # (agent, group, class) that are allowed
set BURDENS;                      # Saturdays, Sundays, late ends
set STEPS, dimen 3;               # (agent, burden, step)
set CLASHES, dimen 5;             # (agent, group, class, next group, class)

param seats {CLASSES} integer, >= 1;
param cost {TAKES}, >= 0, default 0;
param burden {TAKES, BURDENS} integer, >= 0, default 0;
param length {STEPS}, > 0;
param slope {STEPS}, >= 0, default 0;
param unfilled, >= 0;
param fixed, >= 0, default 0;     # what the past alone costs

var x {TAKES}, binary;
var idle {MEMBERS}, >= 0;
var empty {CLASSES}, >= 0;
var piece {(a, b, i) in STEPS}, >= 0, <= length[a, b, i];

minimize cents:
    fixed + sum {(a, g, c) in TAKES} cost[a, g, c] * x[a, g, c]
    + sum {(g, c) in CLASSES} unfilled * empty[g, c]
    + sum {(a, b, i) in STEPS} slope[a, b, i] * piece[a, b, i];

s.t. one {(a, g) in MEMBERS}: sum {(a, g, c) in TAKES} x[a, g, c] + idle[a, g] = 1;
s.t. filled {(g, c) in CLASSES}: sum {(a, g, c) in TAKES} x[a, g, c] + empty[g, c] = seats[g, c];
s.t. fair {a in AGENTS, b in BURDENS}:
    sum {(a, b, i) in STEPS} piece[a, b, i]
    >= sum {(a, g, c) in TAKES} burden[a, g, c, b] * x[a, g, c];
s.t. rest {(a, g, c, h, d) in CLASHES}: x[a, g, c] + x[a, h, d] <= 1;

end;
