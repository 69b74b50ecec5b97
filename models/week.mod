# Week: shifts of a week for people whose days are all equally long. Days are
# covered as in day.mod; what ties them is who works how many days in which
# band of starts. See week.md.

set PERIODS;                                    # intervals of the week
set BANDS dimen 2;                              # (group, band of starts)
set GROUPS := setof {(g, k) in BANDS} g;        # people of one contract
set SHIFTS dimen 4;                             # (group, band, day, shift), breaks not placed
set WINDOWS dimen 2;                            # (day, window): where a break may start
set USES dimen 5;                               # (group, band, day, shift, window)

param day {PERIODS};
param slot {PERIODS};                           # place of a period on its day
param need {PERIODS} >= 0, default 0;           # agents wanted
param least {GROUPS} >= 0;                      # people
param most {g in GROUPS} >= least[g];
param fewest {GROUPS} >= 0;                     # days worked by each
param days {g in GROUPS} >= fewest[g];
param hours {GROUPS} >= 0;                      # paid slots of each one's week
param paid {SHIFTS} >= 0;                       # paid slots of a shift
param from {SHIFTS};
param to {SHIFTS};
param cost {GROUPS} >= 0, default 0;            # of one person
param length {WINDOWS} > 0;
param earliest {WINDOWS};
param latest {(d, w) in WINDOWS} >= earliest[d, w];
param under >= 0;
param over >= 0;

var N {BANDS} integer, >= 0;                    # people
var x {SHIFTS} integer, >= 0;
var b {(d, w) in WINDOWS, s in earliest[d, w]..latest[d, w]} integer, >= 0;
var u {PERIODS} >= 0;
var o {PERIODS} >= 0;

minimize total:
    sum {(g, k) in BANDS} cost[g] * N[g, k] + sum {t in PERIODS} (under * u[t] + over * o[t]);

s.t. cover {t in PERIODS}:
    sum {(g, k, day[t], p) in SHIFTS:
        from[g, k, day[t], p] <= slot[t] and slot[t] < to[g, k, day[t], p]} x[g, k, day[t], p]
    - sum {(day[t], w) in WINDOWS, s in earliest[day[t], w]..latest[day[t], w]:
        s <= slot[t] and slot[t] < s + length[day[t], w]} b[day[t], w, s]
    + u[t] - o[t] = need[t];

s.t. people {g in GROUPS}: least[g] <= sum {(g, k) in BANDS} N[g, k] <= most[g];

s.t. once {(g, k) in BANDS, d in 0..6}: sum {(g, k, d, p) in SHIFTS} x[g, k, d, p] <= N[g, k];

s.t. enough {(g, k) in BANDS}: sum {(g, k, d, p) in SHIFTS} x[g, k, d, p] >= fewest[g] * N[g, k];

s.t. rest {(g, k) in BANDS}: sum {(g, k, d, p) in SHIFTS} x[g, k, d, p] <= days[g] * N[g, k];

s.t. owed {(g, k) in BANDS}:
    sum {(g, k, d, p) in SHIFTS} paid[g, k, d, p] * x[g, k, d, p] = hours[g] * N[g, k];

s.t. breaks {(d, w) in WINDOWS}:
    sum {s in earliest[d, w]..latest[d, w]} b[d, w, s]
    = sum {(g, k, d, p, w) in USES} x[g, k, d, p];

end;
