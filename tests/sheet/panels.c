#include "sheet/panels.h"

#include "ui/layout.h"
#include "view/why_panel.h"

static const char text[] =
    "#: title  The chef and three dishes\n"
    "import asyncio\n"
    "\n"
    "knife = asyncio.Lock()\n"
    "stove = asyncio.Semaphore(2)\n"
    "shelf = asyncio.Queue(maxsize=3)   #: name pass\n"
    "orders = asyncio.Queue()\n"
    "\n"
    "async def pizza():\n"
    "    await asyncio.sleep(3.0)       #: label Baking\n"
    "    await shelf.put(\"pizza\")\n"
    "\n"
    "async def soup():\n"
    "    async with stove:\n"
    "        await asyncio.sleep(2.1)   #: label Simmering\n"
    "    await shelf.put(\"soup\")\n"
    "\n"
    "async def salad():\n"
    "    async with knife:\n"
    "        await asyncio.sleep(1.2)   #: label Draining\n"
    "        bowl = slice_all(\"tomato\", \"onion\")\n"
    "    await shelf.put(bowl)\n"
    "\n"
    "async def sauce():\n"
    "    async with knife:   # the salad has it\n"
    "        onion = slice_all(\"onion\")\n"
    "    async with stove:\n"
    "        await asyncio.sleep(0.6)   #: label Reducing\n"
    "    await shelf.put(onion)\n"
    "\n"
    "async def bread():\n"
    "    await asyncio.sleep(1.2)       #: label Rising\n"
    "    await asyncio.sleep(0.4)       #: label Baking\n"
    "    for table in range(3):\n"
    "\tawait orders.put(f\"{table!r:>{4}} and a line that is much too long for its panel\")\n"
    "\n"
    "async def main():\n"
    "    await asyncio.gather(pizza(), soup(), salad(), sauce(), bread())\n"
    "\n"
    "asyncio.run(main())\n";

static const CodeLabel labels[] = {{10, "Baking"},   {15, "Simmering"}, {20, "Draining"},
                                   {28, "Reducing"}, {32, "Rising"},    {33, "Baking"}};

static const CodeMark marks[] = {
    {10, 1, 1, HUE_ORANGE, "pizza", LOOK_ASLEEP, "pizza", "1.8 s", false},
    {15, 1, 1, HUE_SKY, "soup", LOOK_ASLEEP, "soup", "0.9 s", false},
    {21, 1, 1, HUE_GREEN, "salad", LOOK_RUNNING, "salad", "", true},
    {25, 1, 1, HUE_ROSE, "sauce", LOOK_LOCK, "sauce", "knife", false},
    {25, 1, 1, HUE_PLUM, "tray", LOOK_LOCK, "waiter1", "knife", false},
    {32, 1, 1, HUE_YELLOW, "bread", LOOK_READY, "bread", "next", false},
    {35, 1, 1, HUE_BLUE, "fish", LOOK_READY, "fish", "2nd", false},
    {38, 1, 1, HUE_COCOA, "menu", LOOK_TASK, "main", "1 of 7", false},
    {38, 1, 1, HUE_AQUA, "tea", LOOK_TASK, "tea", "", false},
    {38, 1, 1, HUE_AQUA, "tea", LOOK_TASK, "tea-2", "", false},
};

void panels_init(Panels *p, ThemeChoice choice, Lang lang) {
    *p = (Panels){.running_line = 21};
    p->transport = (TransportShow){.lang = lang, .step = STEP_TURN, .speed = SPEED_NORMAL};
    theme_init(&p->theme, choice);
    source_init(&p->source, "kitchen.py", text, sizeof text - 1);
    highlight_read(&p->highlight, p->source.text, p->source.len);
}

void panels_deinit(Panels *p) {
    ui_deinit(&p->ui);
    source_deinit(&p->source);
    highlight_deinit(&p->highlight);
}

static void role(const void *ctx, TaskId task, HueId *hue, const char **sprite) {
    (void)ctx;
    *hue = task == 1 ? HUE_GREEN : HUE_ROSE;
    *sprite = "salad";
}

static void say(Sentence *s, const char *before, const char *name, TaskId task) {
    buf_adds(&s->text, before);
    uint32_t start = (uint32_t)s->text.len;
    buf_adds(&s->text, name);
    if (*name) vec_push(&s->marks, ((NameMark){start, (uint32_t)s->text.len, task, 0}));
}

static TaskId draw_why(Panels *p, Rect r) {
    Sentence s = {0};
    say(&s, "", "salad", 1);
    say(&s, " runs: its timer rang at 1.200 s and its ticket came first on the rail. It holds ", "knife", 0);
    say(&s, ", so ", "sauce", 2);
    say(&s, " still waits.", "", 0);
    WhyShow show = {&s, {role, NULL}, false};
    TaskId clicked = why_panel(&p->ui, &p->theme, &show, r);
    sentence_deinit(&s);
    return clicked;
}

void panels_draw(Panels *p, DrawList *d, float width, float height, const Input *input, double now) {
    const Theme *t = &p->theme;
    ui_begin(&p->ui, d, &t->ui, input, now);
    Rect all = {0, 0, width, height};
    draw_rect(d, all, t->colors[TOKEN_BG]);
    TopShow top = {.lang = p->transport.lang,
                   .title = "The chef and three dishes",
                   .time = 1200000000u,
                   .turn = 14,
                   .turns = 41,
                   .clock_x = 1283};
    float k = t->choice.text;
    p->top = top_bar(&p->ui, t, &top, cut_top(&all, TOP_BAR_HEIGHT * k));
    p->foot = transport_bar(&p->ui, t, &p->transport, cut_bottom(&all, TRANSPORT_HEIGHT * k));
    CodeShow show = {.lang = p->transport.lang,
                     .name = "kitchen.py",
                     .source = &p->source,
                     .highlight = &p->highlight,
                     .labels = labels,
                     .label_count = sizeof labels / sizeof *labels,
                     .marks = marks,
                     .mark_count = sizeof marks / sizeof *marks,
                     .running_line = p->running_line};
    all = rect_inset(all, 14, 12);
    p->click = code_panel(&p->ui, t, &p->code, &show, cut_left(&all, 640));
    cut_left(&all, 12);
    p->named = draw_why(p, cut_bottom(&all, 88 * k));
    ui_end(&p->ui);
}
