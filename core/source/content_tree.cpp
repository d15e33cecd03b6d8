// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/content_tree.h"

#include "source/erofs_tree.h"
#include "source/iso_tree.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace cloop {

namespace {

constexpr std::uint64_t named_in_note = 2;

/// SOURCE_DATE_EPOCH. Error: invalid_date_epoch.
Result<std::optional<std::int64_t>> fixed_time() {
    constexpr std::int64_t last = 253'402'300'799;  ///< ISO 9660's dates end with the year 9999
    const char *text = std::getenv("SOURCE_DATE_EPOCH");
    if (!text || !*text) return std::nullopt;
    const char *end = text + std::strlen(text);
    std::int64_t seconds = 0;
    const auto [stopped, error] = std::from_chars(text, end, seconds);
    if (error != std::errc() || stopped != end || seconds < 0 || seconds > last)
        return fail(ErrorCode::invalid_date_epoch, {}, text);
    return seconds;
}

} // namespace

Result<std::shared_ptr<ContentTree>> ContentTree::make(TreeOptions options) {
    CLOOP_LET(newest, fixed_time());
    if (!newest) newest = options.date;
    if (options.kind == TreeKind::erofs) return std::make_shared<ErofsTree>(std::move(options), newest);
    return IsoTree::make(std::move(options), newest);
}

Status ContentTree::trouble(const Error &error) const {
    if (options_.on_trouble) options_.on_trouble(error);
    if (!options_.keep_going) return fail(ErrorCode::source_unreadable, error.subject);
    return {};
}

void ContentTree::note(ErrorCode code, const std::string &name) {
    auto &[names, count] = notes_[code];
    if (++count <= named_in_note) names += (names.empty() ? "" : ", ") + name;
}

std::string ContentTree::cut_label(std::size_t most) {
    const std::string &label = options_.label;
    std::size_t length = std::min(label.size(), most);
    if (length < label.size())
        while (length > 0 && (static_cast<unsigned char>(label[length]) & 0xC0) == 0x80) --length;
    std::string cut = label.substr(0, length);
    if (cut != label) note(ErrorCode::label_cut, cut);
    return cut;
}

void ContentTree::tell_notes(const std::string &source) {
    for (const auto &[code, note] : std::exchange(notes_, {}))
        if (options_.on_note)
            options_.on_note({.code = code, .subject = source, .detail = note.names, .more = note.count - std::min(note.count, named_in_note)});
}

} // namespace cloop
