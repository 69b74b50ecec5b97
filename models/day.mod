# Day: starts and breaks of the shifts of one day, breaks implicit: a break
# leaves its window's variable instead of multiplying the shifts
# (Bechtold & Jacobs 1990). See day.md.

set PERIODS;                                    # intervals of the day
set CLASSES;                                    # people who may take the same shifts
set SHIFTS dimen 2;                             # (class, shift), breaks not placed
set WINDOWS;                                    # where a break of one length may start
set USES dimen 3;                               # (class, shift, window): the shift has that break

param slot {PERIODS};                           # place of a period on the clock's grid
param need {PERIODS} >= 0, default 0;           # agents wanted
param least {CLASSES} >= 0;                     # people
param most {q in CLASSES} >= least[q];
param from {SHIFTS};                            # first slot of the shift
param to {SHIFTS};                              # slot after its last
param cost {SHIFTS} >= 0, default 0;            # of one person on the shift
param length {WINDOWS} > 0;                     # slots of the break
param earliest {WINDOWS};                       # slots where it may start
param latest {w in WINDOWS} >= earliest[w];
param under >= 0;                               # of one agent missing for a period
param over >= 0;                                # of one agent too many for a period

var x {SHIFTS} integer, >= 0;
var b {w in WINDOWS, s in earliest[w]..latest[w]} integer, >= 0;
var u {PERIODS} >= 0;
var o {PERIODS} >= 0;

minimize total:
    sum {(q, p) in SHIFTS} cost[q, p] * x[q, p]
    + sum {t in PERIODS} (under * u[t] + over * o[t]);

s.t. cover {t in PERIODS}:
    sum {(q, p) in SHIFTS: from[q, p] <= slot[t] and slot[t] < to[q, p]} x[q, p]
    - sum {w in WINDOWS, s in earliest[w]..latest[w]: s <= slot[t] and slot[t] < s + length[w]} b[w, s]
    + u[t] - o[t] = need[t];

s.t. people {q in CLASSES}: least[q] <= sum {(q, p) in SHIFTS} x[q, p] <= most[q];

s.t. breaks {w in WINDOWS}:
    sum {s in earliest[w]..latest[w]} b[w, s] = sum {(q, p, w) in USES} x[q, p];

end;
