// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/cluster_texts.h"

#include "text/error_texts.h"
#include "text/language.h"
#include "text/quantities.h"

// Qt's name, so that its tools find the strings.
#define QT_TRANSLATE_NOOP(context, text) text

namespace cloop {

const char *const nameless_computer = QT_TRANSLATE_NOOP("Texts", "A computer without a name");

const ClusterText &text_of(ClusterEvent::Kind kind) {
    // In the order of the kinds.
    static constexpr ClusterText texts[] = {
        {QT_TRANSLATE_NOOP("Texts", "%1 helps, with %2.")},
        {QT_TRANSLATE_NOOP("Texts", "%1 has left. What it had goes to others.")},
        {QT_TRANSLATE_NOOP("Texts", "%1 does not help, because its encoders have other versions and might write other bytes."),
         QT_TRANSLATE_NOOP("Texts", "--any-version takes it.")},
        {QT_TRANSLATE_NOOP("Texts", "%1 does not help, because it lacks this encoder.")},
        {QT_TRANSLATE_NOOP("Texts", "%1 does not help, because its --max-memory is too little for such blocks.")},
        {QT_TRANSLATE_NOOP("Texts", "%1 returned a wrong block. It is encoded again.")},
        {QT_TRANSLATE_NOOP("Texts", "%1 is shut out, because %2 of its blocks were wrong. Check its memory.")},
        {QT_TRANSLATE_NOOP("Texts", "The server had ended. It runs again, and the work goes on.")},
        {QT_TRANSLATE_NOOP("Texts", "The server does not answer. This computer goes on alone.")},
        {QT_TRANSLATE_NOOP("Texts", "The server answers again.")},
        {QT_TRANSLATE_NOOP("Texts", "No computer works, because of --no-local."),
         QT_TRANSLATE_NOOP("Texts", "Start cloop worker on another one, as said above.")},
    };
    static_assert(std::size(texts) == static_cast<std::size_t>(ClusterEvent::Kind::nobody) + 1);
    return texts[static_cast<std::size_t>(kind)];
}

std::string sentence(const ClusterEvent &event) {
    const ClusterText &text = text_of(event.kind);
    const std::string second =
        event.kind == ClusterEvent::Kind::joined ? counted_text(event.threads, tr("thread"), tr("threads")) : number_text(most_wrong_blocks);
    std::string words = filled_in(lowered(tr(text.sentence)), event.helper.empty() ? lowered(tr(nameless_computer)) : event.helper, second);
    if (*text.advice_of_command) words += std::string(" ") + tr(text.advice_of_command);
    return words;
}

} // namespace cloop
