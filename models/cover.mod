# Cover: how many of each shift, so that every period has the people it needs
# (Dantzig 1954, "A comment on Edie's traffic delays at toll booths").
# Understaffing and overstaffing are priced, never forbidden. See cover.md.

set PERIODS;
set SHIFTS;

param need {PERIODS} >= 0, default 0;           # agents wanted
param covers {PERIODS, SHIFTS} binary, default 0; # 1 = at work, not in a break
param cost {SHIFTS} >= 0, default 0;            # of one person on the shift
param under >= 0;                               # of one agent missing for a period
param over >= 0, default 0;                     # of one agent too many for a period

var x {SHIFTS} integer, >= 0;
var u {PERIODS} >= 0;
var o {PERIODS} >= 0;

minimize total:
    sum {s in SHIFTS} cost[s] * x[s] + sum {t in PERIODS} (under * u[t] + over * o[t]);

s.t. cover {t in PERIODS}: sum {s in SHIFTS} covers[t, s] * x[s] + u[t] - o[t] = need[t];

end;
