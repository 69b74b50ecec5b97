#ifndef CGLPKGUARD_H
#define CGLPKGUARD_H

#include <glpk.h>

/* The part of the GLPK boundary that has to be C: the branch-and-bound
 * callback, and a backstop around the long calls, which abort the process when
 * an internal assertion fails. A backstop is an error hook that longjmps to a
 * frame of this file; between the two there are only frames of GLPK. */

/* What a guarded call returns when GLPK would have aborted. The thread's GLPK
 * environment, and with it every problem object of the thread, is then gone. */
#define GLPK_GUARD_ABORTED (-77)

/* Silences GLPK on the calling thread and installs its terminal hook; repeated
 * calls cost a flag test. The environment is freed when the thread ends. */
void glpk_guard_prepare_thread(void);

/* Counts how often the calling thread lost its environment to an abort: a
 * problem object made under another count is a dangling pointer. */
unsigned glpk_guard_epoch(void);

/* An address that differs between threads alive at once. */
const void *glpk_guard_thread(void);

/* What GLPK wrote on this thread during the last guarded call (its first kilobyte). */
const char *glpk_guard_message(void);

int glpk_guard_simplex(glp_prob *problem, const glp_smcp *parameters);
int glpk_guard_factorize(glp_prob *problem);
int glpk_guard_advanced_basis(glp_prob *problem);
int glpk_guard_scale(glp_prob *problem, int flags);

/* Loads the matrix of `count` entries (arrays counted from 1, as GLPK does). */
int glpk_guard_load_matrix(glp_prob *problem, int count, const int *rows,
                           const int *columns, const double *values);

/* What stopped an integer search. */
enum {
    GLPK_SEARCH_RAN_OUT = 0, /* the tree is exhausted, or GLPK stopped itself */
    GLPK_SEARCH_CALLER = 1,  /* should_stop returned non-zero */
    GLPK_SEARCH_NODES = 2,
    GLPK_SEARCH_ITERATIONS = 3,
    GLPK_SEARCH_GAP = 4
};

typedef struct {
    /* Polled at every event of the search; must not call GLPK, nor throw. */
    int (*should_stop)(void *context);
    void *context;
    /* Limits; 0 or less: none. The gap is relative, less than 0: none. */
    long node_limit;
    long iteration_limit;
    double relative_gap;
    /* A feasible point offered once at the root, counted from 1, or NULL. */
    const double *start;
    /* Results. */
    int stopped_by;
    long nodes;
    long iterations;
    double bound; /* best proven, NaN until the root is solved */
    int incumbents;
    /* Working state. */
    int start_offered;
    long events;
    long first_iteration;
} glpk_search;

/* glp_intopt with the callback of this file; `parameters->cb_*` are ignored. */
int glpk_guard_intopt(glp_prob *problem, const glp_iocp *parameters, glpk_search *search);

/* Presolve: both return a GLPK code or GLPK_GUARD_ABORTED. On success
 * `*workspace` stays allocated until glpk_guard_postsolve. `kind` is GLP_SOL or
 * GLP_MIP. */
int glpk_guard_presolve(glp_prob *problem, int kind, glp_prob *reduced, glp_prep **workspace);
int glpk_guard_postsolve(glp_prep *workspace, glp_prob *reduced, glp_prob *problem);

/* Reads a MathProg model, and data where `data` is not NULL, into `problem`. */
int glpk_guard_read_mathprog(glp_prob *problem, const char *model, const char *data);

enum { GLPK_FORMAT_LP = 1, GLPK_FORMAT_MPS = 2 };
int glpk_guard_read(glp_prob *problem, int format, const char *path);

/* Makes GLPK abort on purpose, so that a test can see the backstop hold. */
int glpk_guard_provoke(void);

#endif
