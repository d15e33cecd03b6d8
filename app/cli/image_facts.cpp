// SPDX-License-Identifier: GPL-3.0-or-later
#include "image_facts.h"

#include "base/tolerant_read.h"
#include "file/image_name.h"
#include "file/split_set.h"
#include "filesystem/known_content.h"
#include "job/open_image.h"
#include "text/error_sentence.h"
#include "text/error_texts.h"
#include "text/printable.h"
#include "text/quantities.h"
#include "text/value_names.h"

#include <map>

namespace cloop::cli {

std::string version_text(const Head &head) {
    const std::string version = tr(text_of(head.version));
    if (head.version == Version::v1) return version + (head.index_is_little_endian ? tr(", little endian") : tr(", big endian"));
    return head.place == HeadPlace::last ? filled_in(tr(head_last), version, {}) : version;
}

namespace {

constexpr std::size_t most_lines = 20;

std::string range_line(const BlockReader &image, const LostBlocks &run) {
    Error plain = run.error;
    plain.subject.clear();
    plain.block = plain.offset = Error::nowhere;
    const Extent bytes = image.bytes_of(run);
    return (run.count() == 1 ? filled_in(tr("block %1"), number_text(run.first), {})
                             : filled_in(tr("blocks %1 to %2"), number_text(run.first), number_text(run.last - 1))) +
           " (" + filled_in(tr("content %1 to %2"), number_text(bytes.offset), number_text(bytes.end())) + "): " + sentence(plain) + "\n";
}

std::string file_line(const DamageReport &damage, const HitNode &hit) {
    const Node &node = damage.filesystem()[hit.node];
    std::string line = "  " + printable(damage.filesystem().path(hit.node));
    if (node.kind == NodeKind::directory) line += std::string("  ") + tr("(a folder: its contents are known only in part)");
    line += std::string("  ") + (hit.block_count == 1 ? tr("block") : tr("blocks"));
    const auto blocks = bad_blocks_of(node, damage.lost(), damage.image().block_size(), 8);
    for (std::size_t b = 0; b < blocks.size(); ++b) line += (b ? ", " : " ") + number_text(blocks[b]);
    if (hit.block_count > blocks.size()) line += " " + filled_in(tr("and %1 more"), number_text(hit.block_count - blocks.size()), {});
    return line + "\n";
}

/// A line for each of the first rows, and how many more there are.
template <class Rows, class Line> std::string first_lines(const Rows &rows, Line line) {
    std::string text;
    for (std::size_t i = 0; i < std::min(rows.size(), most_lines); ++i) text += line(rows[i]);
    if (rows.size() > most_lines)
        text += filled_in(tr("and %1 more; cloop verify --json lists all"), number_text(rows.size() - most_lines), {}) + "\n";
    return text;
}

} // namespace

DamageReport damage_of(const std::shared_ptr<const ImageReader> &image, std::vector<LostBlocks> lost, const std::stop_token &stop) {
    auto filesystem = lost.empty() ? nullptr : filesystem_of(image, stop);
    return {image, std::move(lost), std::move(filesystem), stop};
}

std::string to_text(const DamageReport &damage) {
    std::string text = first_lines(damage.lost(), [&](const LostBlocks &run) { return range_line(damage.image(), run); });
    if (!damage.hits().empty()) text += tr("files in these blocks:") + std::string("\n");
    text += first_lines(damage.hits(), [&](const HitNode &hit) { return file_line(damage, hit); });
    return text + first_lines(damage.incomplete(), [&](NodeId id) {
               return printable(damage.filesystem().path(id)) + ": " + tr("the contents of this folder are known only in part") + "\n";
           });
}

void warn_of_missing_part(const std::string &name, const ImageReader &image, Session &session) {
    if (image.index().data_end() <= image.file_size() && image.index().known_size() == image.block_count()) return;
    if (const auto part = short_part(name))
        session.warn(name + ": " + filled_in(tr("the part %1 is shorter than the others. Fetch it again."), *part, {}));
    else if (const auto next = next_part(name))
        session.warn(name + ": " + filled_in(tr("the part %1 seems to be missing. Put it beside the others."), *next, {}));
}

void warn_of_other_images(const std::string &name, const ImageReader &image, Session &session) {
    if (ImageName::of(name).is_inside()) return;
    const auto others = other_images_beside(image);
    if (others.empty()) return;
    std::string names;
    for (const auto &other : others) names += (names.empty() ? "" : ", ") + other;
    session.warn(name + ": " +
                 filled_in(tr("the disc holds several images, and %1 is taken. Name one of these to take it instead: %2."), image.name(), names));
}

int fail_at_block(const std::shared_ptr<const ImageReader> &image, const Error &error, const std::string &advice, Session &session) {
    if (error.block == Error::nowhere || error.code == ErrorCode::verify_failed) return session.fail(error);
    std::string text = filled_in(tr("%1 are lost"), size_text(image->block_size()), {});
    if (const auto filesystem = filesystem_of(image, session.stop)) {
        const auto block = static_cast<std::size_t>(error.block);
        const auto hits = find_hit_nodes(*filesystem, {{{block, block + 1}, error}}, image->block_size(), session.stop)
                              .value_or(std::vector<HitNode>{});
        for (std::size_t i = 0; i < hits.size() && i < 4; ++i) text += (i == 0 ? tr("; files: ") : ", ") + filesystem->path(hits[i].node);
        if (hits.size() > 4) text += " " + filled_in(tr("and %1 more"), number_text(hits.size() - 4), {});
    }
    return session.fail(error, text + ". " + advice);
}

std::function<void(std::uint64_t likely, std::uint64_t room)> warn_of_little_room(const std::string &output, Session &session) {
    return [output, &session](std::uint64_t likely, std::uint64_t room) {
        session.warn(output + ": " +
                     filled_in(tr("there is probably not enough room on the disc (about %1 needed, %2 free)."), size_text(likely), size_text(room)));
    };
}

std::shared_ptr<const Filesystem> filesystem_of(const std::shared_ptr<const ImageReader> &image, const std::stop_token &stop) {
    return Filesystem::open(image, stop).value_or(nullptr);
}

std::string content_text(const std::shared_ptr<const ImageReader> &image) {
    const KnownContent content = known_content(*image);
    std::string text(content.name);
    if (content.kind == KnownContent::Kind::browsed || content.kind == KnownContent::Kind::filesystem)
        text = filled_in(tr("%1 file system"), text, {});
    if (content.kind == KnownContent::Kind::raw_sectors) text = filled_in(tr("CD sectors of %1 bytes"), text, {});
    if (!content.label.empty()) text += ", " + filled_in(tr("volume %1"), content.label, {});
    return text;
}

} // namespace cloop::cli
