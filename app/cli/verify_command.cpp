// SPDX-License-Identifier: GPL-3.0-or-later
// cloop verify

#include "error_text.h"
#include "image_facts.h"
#include "printable.h"
#include "quantities.h"

#include "file/image_name.h"
#include "file/new_file.h"
#include "file/output_target.h"
#include "job/open_image.h"
#include "scan/map_file.h"
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
    if (!at) return cloop::fail(ErrorCode::invalid_option, {}, "--at takes a number of bytes, which " + request.at + " is not");
    CLOOP_LET(map, load_map_file(request.copied));
    if (map.image)
        return cloop::fail(ErrorCode::invalid_option, request.copied,
                           "the map file is of an earlier check, but --copied takes the one that ddrescue wrote when the disc was copied. Give this "
                           "one to --resume");
    return uncopied_blocks(map, image, places_on_medium(image).value_or(std::vector<Extent>{{*at, image.file_size()}}));
}

int run_verify(const VerifyRequest &request, Session &session) {
    auto image = open_image(request.image, session.image_options(), session.stop);
    if (!image) return session.fail(image.error());
    warn_of_missing_part(request.image, **image, session);
    warn_of_other_images(request.image, **image, session);
    Json copied_json = Json::array();
    std::string copied_text;
    if (!request.copied.empty()) {
        auto runs = uncopied(request, **image);
        if (!runs) return session.fail(runs.error());
        for (const BlockRun &run : *runs) {
            copied_json.push_back({{"first_block", run.first}, {"last_block", run.last - 1}});
            copied_text +=
                "not copied whole: block " + number_text(run.first) + (run.last - run.first > 1 ? " to " + number_text(run.last - 1) : "") + "\n";
        }
    }
    std::vector<BlockState> known;
    if (!request.earlier.empty()) {
        if (session.wants_sha256)
            return session.fail(
                {.code = ErrorCode::invalid_option, .detail = "--sha256 needs all blocks, but --resume leaves some out. Give one of these options"});
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
    auto scan =
        scan_blocks(**image, {.threads = session.threads, .known = known, .sha256 = session.wants_sha256 ? &sha256 : nullptr, .on_judged = note},
                    session.stop, session.progress());
    if (!scan) {
        // On a stop, save the states so far for --resume.
        if (map && scan.error().code == ErrorCode::cancelled)
            if (auto written = write_map(*map, make_map_file(**image, states)); !written) session.warn(sentence(written.error()));
        return session.fail(scan.error());
    }

    DamageReport damage = describe_damage(*image, scan->bad, session.stop);
    const std::size_t bad = count_lost(scan->bad);
    const std::size_t unverifiable = scan->count(BlockState::unverifiable);

    Json json{{"image", (*image)->name()}, {"blocks", (*image)->block_count()}, {"states", Json::object()}};
    std::string text = printable((*image)->name()) + ": " + counted_text((*image)->block_count(), "block", "blocks");
    for (const BlockState state : {BlockState::sound, BlockState::damaged, BlockState::unreadable, BlockState::unverifiable}) {
        json["states"][text_of(state).name] = scan->count(state);
        if (scan->count(state)) text += ", " + number_text(scan->count(state)) + " " + text_of(state).word;
    }
    if (scan->taken > 0) {
        json["from_map"] = scan->taken;
        text += "; " + number_text(scan->taken) + " of them sound by the map file, not read again";
    }
    text += "\n" + damage.text;
    if (unverifiable) text += "unverifiable: whether these blocks are right can't be known, because their codec has no check\n";
    if (bad && bad < (*image)->block_count())
        text += damage.json.contains("files") ? "cloop extract --keep-going and cloop get bring out everything else\n"
                                              : "cloop extract --keep-going brings out everything else\n";
    if (scan->misplaced > 0) text += counted_text(scan->misplaced, "block", "blocks") + " found though the index is damaged there\n";
    Json more{{"misplaced_blocks", scan->misplaced}, {"head_corrections", to_json((*image)->corrections())}};
    if (!request.copied.empty()) more["uncopied_ranges"] = copied_json;
    text += copied_text;
    if (session.wants_sha256 && bad == 0) {
        more["content_sha256"] = sha256.hex();
        text += "SHA-256 of the content: " + sha256.hex() + "\n";
    }
    if (session.stop.stop_requested()) return session.fail({.code = ErrorCode::cancelled});
    if (session.wants_json) {
        JsonStream out(session);
        out.open('{');
        out.members(json);
        damage.write_all(out, session.stop);
        out.members(more);
        out.close();
    } else {
        session.print(json, text);
    }
    if (map)
        if (auto written = write_map(*map, make_map_file(**image, scan->states)); !written) return session.fail(written.error());
    return bad > 0 || (request.is_strict && unverifiable > 0) ? exit_damaged : exit_fine;
}

} // namespace

void add_verify(CLI::App &root, Session &session) {
    auto request = std::make_shared<VerifyRequest>();
    CLI::App *command = add_command(root, session, "verify", "Check every block; list the lost ones, and the files that lie in them", true);
    command->add_option("image", request->image, "Image, part of a split set, drive, or ISO:PATH")->required();
    command->add_option("--map", request->map, "Also write a ddrescue map file")->type_name("FILE");
    command->add_option("--resume", request->earlier, "Leave out what the map file of an earlier check calls sound")->type_name("MAP");
    command->add_option("--copied", request->copied, "Also name the blocks that ddrescue's map file of the copied disc calls not copied")
        ->type_name("MAP");
    command->add_option("--at", request->at, "Where on that disc the image begins, unless it was opened in its ISO (default 0)")->type_name("BYTES");
    command->add_flag("--strict", request->is_strict, "Exit status 2 also where blocks can't be verified");
    add_sha256(*command, session);
    command->callback([request, &session] { session.action = [request, &session] { return run_verify(*request, session); }; });
}

} // namespace cloop::cli
