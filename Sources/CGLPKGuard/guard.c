#include "CGLPKGuard.h"

#include <math.h>
#include <pthread.h>
#include <setjmp.h>
#include <string.h>

/* State of one thread; GLPK's own environment is per thread as well. */
static _Thread_local int prepared;
static _Thread_local unsigned epoch;
static _Thread_local jmp_buf *landing;
static _Thread_local char message[1024];

static pthread_key_t thread_end;
static pthread_once_t thread_end_once = PTHREAD_ONCE_INIT;

/* GLPK frees its environment only when asked, so a pool of short-lived threads
 * would leak one each. */
static void free_environment(void *unused) {
    (void)unused;
    glp_free_env();
    prepared = 0;
}

static void make_thread_end(void) { pthread_key_create(&thread_end, free_environment); }

/* Swallows all text and keeps the first kilobyte: it says what went wrong. */
static int swallow(void *unused, const char *text) {
    (void)unused;
    size_t used = strlen(message);
    strncat(message, text, sizeof message - 1 - used);
    return 1;
}

void glpk_guard_prepare_thread(void) {
    if (prepared) return;
    pthread_once(&thread_end_once, make_thread_end);
    pthread_setspecific(thread_end, &prepared);
    glp_init_env();
    glp_term_hook(swallow, NULL);
    glp_term_out(GLP_OFF);
    prepared = 1;
}

unsigned glpk_guard_epoch(void) { return epoch; }

const void *glpk_guard_thread(void) { return &epoch; }

const char *glpk_guard_message(void) { return message; }

/* Without a landing GLPK aborts as it always does. */
static void jump(void *unused) {
    (void)unused;
    if (landing != NULL) longjmp(*landing, 1);
}

static int recover(jmp_buf *outer) {
    landing = outer;
    glp_free_env();
    epoch += 1;
    prepared = 0;
    glpk_guard_prepare_thread();
    return GLPK_GUARD_ABORTED;
}

/* Runs `call` and gives its value, or GLPK_GUARD_ABORTED. */
#define GUARDED(call)                                                                              \
    do {                                                                                           \
        jmp_buf here;                                                                              \
        jmp_buf *volatile outer = landing;                                                         \
        glpk_guard_prepare_thread();                                                               \
        if (setjmp(here) != 0) return recover(outer);                                              \
        message[0] = '\0';                                                                        \
        landing = &here;                                                                           \
        glp_error_hook(jump, NULL);                                                                \
        int value = (call);                                                                        \
        glp_error_hook(NULL, NULL);                                                                \
        landing = outer;                                                                           \
        return value;                                                                              \
    } while (0)

int glpk_guard_simplex(glp_prob *problem, const glp_smcp *parameters) {
    GUARDED(glp_simplex(problem, parameters));
}

int glpk_guard_factorize(glp_prob *problem) { GUARDED(glp_factorize(problem)); }

int glpk_guard_advanced_basis(glp_prob *problem) { GUARDED((glp_adv_basis(problem, 0), 0)); }

int glpk_guard_scale(glp_prob *problem, int flags) { GUARDED((glp_scale_prob(problem, flags), 0)); }

int glpk_guard_load_matrix(glp_prob *problem, int count, const int *rows, const int *columns,
                           const double *values) {
    GUARDED((glp_load_matrix(problem, count, rows, columns, values), 0));
}

/* ---- Integer search ---------------------------------------------------- */

static double proven_bound(glp_tree *tree) {
    int best = glp_ios_best_node(tree);
    return best == 0 ? NAN : glp_ios_node_bound(tree, best);
}

static int small_enough(glp_tree *tree, double bound, double relative_gap) {
    glp_prob *problem = glp_ios_get_prob(tree);
    if (relative_gap < 0 || isnan(bound) || glp_mip_status(problem) != GLP_FEAS) return 0;
    double objective = glp_mip_obj_val(problem);
    double scale = fabs(objective) > 1e-9 ? fabs(objective) : 1e-9;
    return fabs(objective - bound) / scale <= relative_gap;
}

static int limit_reached(glpk_search *search) {
    if (search->should_stop != NULL && search->should_stop(search->context))
        return GLPK_SEARCH_CALLER;
    if (search->node_limit > 0 && search->nodes > search->node_limit) return GLPK_SEARCH_NODES;
    if (search->iteration_limit > 0 && search->iterations > search->iteration_limit)
        return GLPK_SEARCH_ITERATIONS;
    return GLPK_SEARCH_RAN_OUT;
}

static void on_event(glp_tree *tree, void *info) {
    glpk_search *search = info;
    int active, total, reason = glp_ios_reason(tree);
    if (search->stopped_by != GLPK_SEARCH_RAN_OUT) return;
    glp_ios_tree_size(tree, &active, NULL, &total);
    search->nodes = total;
    search->iterations = glp_get_it_cnt(glp_ios_get_prob(tree)) - search->first_iteration;
    search->events += 1;
    if (reason == GLP_IBINGO) search->incumbents += 1;
    if (reason == GLP_IHEUR && search->start != NULL && !search->start_offered) {
        search->start_offered = 1;
        glp_ios_heur_sol(tree, search->start);
    }
    int stop = limit_reached(search);
    /* The best node is found by a walk over the active ones: rarely, once
     * there are many, and always at the end. */
    int due = active < 256 || search->events % 256 == 0;
    if (stop != GLPK_SEARCH_RAN_OUT || reason == GLP_IBINGO || (reason == GLP_ISELECT && due)) {
        double bound = proven_bound(tree);
        if (!isnan(bound)) search->bound = bound;
        if (stop == GLPK_SEARCH_RAN_OUT && small_enough(tree, bound, search->relative_gap))
            stop = GLPK_SEARCH_GAP;
    }
    if (stop != GLPK_SEARCH_RAN_OUT) {
        search->stopped_by = stop;
        glp_ios_terminate(tree);
    }
}

int glpk_guard_intopt(glp_prob *problem, const glp_iocp *parameters, glpk_search *search) {
    glp_iocp own = *parameters;
    own.cb_func = on_event;
    own.cb_info = search;
    search->stopped_by = GLPK_SEARCH_RAN_OUT;
    search->bound = NAN;
    search->nodes = search->iterations = search->events = 0;
    search->incumbents = search->start_offered = 0;
    search->first_iteration = glp_get_it_cnt(problem);
    GUARDED(glp_intopt(problem, &own));
}

/* ---- Presolve ----------------------------------------------------------- */

static int presolve(glp_prob *problem, int kind, glp_prob *reduced, glp_prep **workspace) {
    glp_prep *prep = glp_npp_alloc_wksp();
    glp_npp_load_prob(prep, problem, kind, GLP_OFF);
    int code = glp_npp_preprocess1(prep, 0);
    if (code != 0) {
        glp_npp_free_wksp(prep);
        return code;
    }
    glp_npp_build_prob(prep, reduced);
    *workspace = prep;
    return 0;
}

int glpk_guard_presolve(glp_prob *problem, int kind, glp_prob *reduced, glp_prep **workspace) {
    GUARDED(presolve(problem, kind, reduced, workspace));
}

static int postsolve(glp_prep *workspace, glp_prob *reduced, glp_prob *problem) {
    glp_npp_postprocess(workspace, reduced);
    glp_npp_obtain_sol(workspace, problem);
    return 0;
}

int glpk_guard_postsolve(glp_prep *workspace, glp_prob *reduced, glp_prob *problem) {
    GUARDED(postsolve(workspace, reduced, problem));
}

/* ---- Readers ------------------------------------------------------------ */

static int read_mathprog(glp_prob *problem, const char *model, const char *data) {
    glp_tran *translator = glp_mpl_alloc_wksp();
    int code = glp_mpl_read_model(translator, model, data != NULL);
    if (code == 0 && data != NULL) code = glp_mpl_read_data(translator, data);
    if (code == 0) code = glp_mpl_generate(translator, NULL);
    if (code == 0) glp_mpl_build_prob(translator, problem);
    glp_mpl_free_wksp(translator);
    return code;
}

static int read_file(glp_prob *problem, int format, const char *path) {
    if (format == GLPK_FORMAT_LP) return glp_read_lp(problem, NULL, path);
    return glp_read_mps(problem, GLP_MPS_FILE, NULL, path);
}

/* The readers say what is wrong only on the terminal: listen to it meanwhile.
 * Order matters: the terminal is closed after the reader has spoken. */
static int listening(glp_prob *problem, int format, const char *path, const char *data) {
    glp_term_out(GLP_ON);
    int code = format == 0 ? read_mathprog(problem, path, data) : read_file(problem, format, path);
    glp_term_out(GLP_OFF);
    return code;
}

int glpk_guard_read_mathprog(glp_prob *problem, const char *model, const char *data) {
    GUARDED(listening(problem, 0, model, data));
}

int glpk_guard_read(glp_prob *problem, int format, const char *path) {
    GUARDED(listening(problem, format, path, NULL));
}

int glpk_guard_provoke(void) {
    GUARDED((glp_set_obj_coef(glp_create_prob(), 5, 1.0), 0));
}
