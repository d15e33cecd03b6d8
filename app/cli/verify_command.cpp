// SPDX-License-Identifier: GPL-3.0-or-later
// cloop verify
#include "arguments.h"
#include "image_facts.h"

#include "base/sha256.h"
#include "file/image_name.h"
#include "file/new_file.h"
#include "file/output_target.h"
#include "job/open_image.h"
#include "report/verify_report.h"
#include "scan/map_file.h"
#include "text/error_sentence.h"
#include "text/error_texts.h"
#include "text/printable.h"
#include "text/quantities.h"
#include "text/value_names.h"

namespace cloop::cli {

namespace {

struct VerifyRequest {
    std::string image;
    std::string map;
    std::string earlier;
    std::string copied;
    std::string at = "0";
    bool is_strict = false;
};

Status write_map(ByteSink &sink, const std::string &text) {
    CLOOP_TRY(sink.write(std::as_bytes(std::span(text))));
    return sink.commit();
}

/// The states of an earlier check, from its map file.
Result<std::vector<BlockState>> read_states(const std::string &path, const ImageReader &image) {
    CLOOP_LET(map, load_map_file(path));
    return states_from(map, image);
}

/// The blocks of the image not copied, by ddrescue's map of the disc.
Result<std::vector<BlockRun>> uncopied(const VerifyRequest &request, const ImageReader &image) {
    const auto at = parse_size(request.at);
    if (!at) return cloop::fail(ErrorCode::invalid_option, {}, filled_in(tr("--at takes a number of bytes, which %1 is not"), request.at, {}));
    CLOOP_LET(map, load_map_file(request.copied));
    if (map.image)
        return cloop::fail(
            ErrorCode::invalid_option, request.copied,
            tr("the map file is of an earlier check, but --copied takes the one that ddrescue wrote when the disc was copied. Give this "
               "one to --resume"));
    return uncopied_blocks(map, image, places_on_medium(image).value_or(std::vector<Extent>{{*at, image.file_size()}}));
}

const char *counted(BlockState state) {
    switch (state) {
    case BlockState::sound: return tr("%1 sound");
    case BlockState::damaged: return tr("%1 damaged");
    case BlockState::unreadable: return tr("%1 unreadable");
    case BlockState::unverifiable: return tr("%1 unverifiable");
    case BlockState::untested: break;
    }
    return tr("%1 not checked");
}

std::string report_text(const VerifyReport &report) {
    const BlockReader &image = report.damage.image();
    const std::size_t lost = count_lost(report.damage.lost());
    std::string text = printable(report.image) + ": " + counted_text(image.block_count(), tr("block"), tr("blocks"));
    for (const BlockState state : {BlockState::sound, BlockState::damaged, BlockState::unreadable, BlockState::unverifiable})
        if (report.count(state)) text += ", " + filled_in(counted(state), number_text(report.count(state)), {});
    if (report.from_map > 0) text += "; " + filled_in(tr("%1 of them sound by the map file, not read again"), number_text(report.from_map), {});
    text += "\n" + to_text(report.damage);
    if (report.count(BlockState::unverifiable))
        text += tr("unverifiable: whether these blocks are right can't be known, because their codec has no check\n");
    if (lost > 0 && lost < image.block_count())
        text += report.damage.knows_files() ? tr("cloop extract --keep-going and cloop get bring out everything else\n")
                                            : tr("cloop extract --keep-going brings out everything else\n");
    if (report.misplaced.value_or(0) > 0)
        text += filled_in(tr("%1 found though the index is damaged there"), counted_text(*report.misplaced, tr("block"), tr("blocks")), {}) + "\n";
    for (const BlockRun &run : report.uncopied.value_or(std::vector<BlockRun>{}))
        text += (run.count() > 1 ? filled_in(tr("not copied whole: blocks %1 to %2"), number_text(run.first), number_text(run.last - 1))
                                 : filled_in(tr("not copied whole: block %1"), number_text(run.first), {})) +
                "\n";
    if (!report.content_sha256.empty()) text += tr("SHA-256 of the content: ") + report.content_sha256 + "\n";
    return text;
}

int run_verify(const VerifyRequest &request, Session &session) {
    auto image = open_image(request.image, session.image_options(), session.stop);
    if (!image) return session.fail(image.error());
    warn_of_missing_part(request.image, **image, session);
    warn_of_other_images(request.image, **image, session);
    std::optional<std::vector<BlockRun>> not_copied;
    if (!request.copied.empty()) {
        auto runs = uncopied(request, **image);
        if (!runs) return session.fail(runs.error());
        not_copied = std::move(*runs);
    }
    std::vector<BlockState> known;
    if (!request.earlier.empty()) {
        if (session.wants_sha256)
            return session.fail({.code = ErrorCode::invalid_option,
                                 .detail = tr("--sha256 needs all blocks, but --resume leaves some out. Give one of these options")});
        auto states = read_states(request.earlier, **image);
        if (!states) return session.fail(states.error());
        known = std::move(*states);
    }
    // Open the map now, so that a failure does not show only after the check.
    std::unique_ptr<ByteSink> map;
    if (!request.map.empty()) {
        auto sink = open_output(
            {.path = request.map, .is_image = false, .replace = session.replace(), .inputs = ImageName::of(request.image).files()}, session.stop);
        if (!sink) return session.fail(sink.error());
        map = std::move(*sink);
    }
    Sha256 sha256;
    // Keep the states of the earlier check in the map, even if this one is stopped early.
    std::vector<BlockState> states = known.empty() ? std::vector<BlockState>((*image)->block_count(), BlockState::untested) : known;
    const auto note = [&](const BlockRange &blocks, BlockState state) {
        std::ranges::fill(std::span(states).subspan(blocks.first, blocks.count()), state);
    };
    ScanOptions options{.threads = session.threads, .known = known, .on_judged = note};
    if (session.wants_sha256) options.on_content = [&](std::span<const std::byte> bytes) { sha256.add(bytes); };
    auto scan = scan_blocks(**image, options, session.stop, session.progress());
    if (!scan) {
        // On a stop, save the states so far for --resume.
        if (map && scan.error().code == ErrorCode::cancelled)
            if (auto written = write_map(*map, make_map_file(**image, states)); !written) session.warn(sentence(written.error()));
        return session.fail(scan.error());
    }

    const std::size_t lost = count_lost(scan->bad), unverifiable = scan->count(BlockState::unverifiable);
    const VerifyReport report{.image = (*image)->name(),
                              .counts = scan->counts,
                              .damage = damage_of(*image, std::move(scan->bad), session.stop),
                              .corrections = (*image)->corrections(),
                              .from_map = scan->taken,
                              .misplaced = scan->misplaced,
                              .uncopied = std::move(not_copied),
                              .content_sha256 = session.wants_sha256 && lost == 0 ? sha256.hex() : ""};
    if (session.stop.stop_requested()) return session.fail({.code = ErrorCode::cancelled});
    if (session.wants_json) {
        JsonStream json(session.writer());
        report.write(json, session.stop);
    } else {
        session.print({}, report_text(report));
    }
    if (map)
        if (auto written = write_map(*map, make_map_file(**image, scan->states)); !written) return session.fail(written.error());
    return lost > 0 || (request.is_strict && unverifiable > 0) ? exit_damaged : exit_fine;
}

} // namespace

void add_verify(CLI::App &root, Session &session) {
    auto request = std::make_shared<VerifyRequest>();
    CLI::App *command = add_command(root, session, "verify", tr("Check every block; list the lost ones, and the files that lie in them"), true);
    takes(command->add_option("image", request->image, tr("Image, part of a split set, drive, or ISO:PATH")), value::image)->required();
    takes(command->add_option("--map", request->map, tr("Also write a ddrescue map file")), value::file);
    takes(command->add_option("--resume", request->earlier, tr("Leave out what the map file of an earlier check calls sound")), value::map);
    takes(command->add_option("--copied", request->copied, tr("Also name the blocks that ddrescue's map file of the copied disc calls not copied")),
          value::map);
    takes(command->add_option("--at", request->at, tr("Where on that disc the image begins, unless it was opened in its ISO (default 0)")),
          value::bytes);
    command->add_flag("--strict", request->is_strict, tr("Exit status 2 also where blocks can't be verified"));
    add_sha256(*command, session);
    command->callback([request, &session] { session.action = [request, &session] { return run_verify(*request, session); }; });
}

} // namespace cloop::cli
