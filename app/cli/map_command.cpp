// SPDX-License-Identifier: GPL-3.0-or-later
// cloop map

#include "image_facts.h"
#include "json_stream.h"

#include "job/open_image.h"
#include "text/value_names.h"

#include <cstdio>
#include <optional>

namespace cloop::cli {

namespace {

/// One row: a block, or all blocks past the end of a cut index, because a head can announce very many.
struct Row {
    std::size_t first;
    std::size_t last;  ///< exclusive
    bool has_place;
    BlockRef place;  ///< if has_place
    std::uint32_t raw_size;
    std::string_view state;
};

Json to_json(const Row &row) {
    Json json{{"block", row.first}};
    if (row.last - row.first > 1) json["last_block"] = row.last - 1;
    json.update(Json{{"raw", row.raw_size}, {"state", row.state}});
    if (row.has_place) json.update(Json{{"offset", row.place.offset}, {"stored", row.place.size}, {"codec", codec_name(row.place.codec)}});
    return json;
}

std::string to_text(const Row &row, bool wants_csv) {
    const std::string blocks = std::to_string(row.first) + (row.last - row.first > 1 ? "-" + std::to_string(row.last - 1) : "");
    const std::string none = wants_csv ? "" : "-";
    const std::string offset = row.has_place ? std::to_string(row.place.offset) : none,
                      stored = row.has_place ? std::to_string(row.place.size) : none, codec = row.has_place ? codec_name(row.place.codec) : none;
    char line[200];
    std::snprintf(line, sizeof line, wants_csv ? "%s,%s,%s,%u,%s,%s\n" : "%10s %14s %9s %9u  %-5s  %s\n", blocks.c_str(), offset.c_str(),
                  stored.c_str(), row.raw_size, codec.c_str(), std::string(row.state).c_str());
    return line;
}

int run_map(const std::string &name, bool wants_csv, Session &session) {
    auto image = open_image(name, session.image_options(), session.stop);
    if (!image) return session.fail(image.error());
    auto scan = scan_blocks(**image, {.threads = session.threads}, session.stop, session.progress());
    if (!scan) return session.fail(scan.error());

    constexpr std::size_t piece = 65536;
    const BlockIndex &index = (*image)->index();
    std::optional<JsonStream> json;
    std::string text;
    if (session.wants_json) json.emplace(session).open('[');
    else text = wants_csv ? "block,offset,stored,raw,codec,state\n" : "     block         offset    stored       raw  codec  state\n";
    for (std::size_t block = 0, next; block < index.size() && session.can_write(); block = next) {
        if (session.stop.stop_requested()) return session.fail({.code = ErrorCode::cancelled});
        next = block < index.known_size() ? block + 1 : index.size();
        const bool has_place = next == block + 1 && index.defect(block) == Defect::none;
        const Row row{block, next, has_place, has_place ? index[block] : BlockRef{}, (*image)->block_size(), text_of(scan->states[block]).name};
        if (json) json->value(to_json(row));
        else text += to_text(row, wants_csv);
        if (text.size() < piece) continue;
        session.write(text);
        text.clear();
    }
    if (json) json->close();
    json.reset();
    session.write(text);
    return scan->bad.empty() ? exit_fine : exit_damaged;
}

} // namespace

void add_map(CLI::App &root, Session &session) {
    auto name = std::make_shared<std::string>();
    auto wants_csv = std::make_shared<bool>(false);
    CLI::App *command = add_command(root, session, "map", "A line for each block: number, offset, stored and raw size, codec, state");
    command->add_option("image", *name, "Image, part of a split set, drive, or ISO:PATH")->required();
    command->add_flag("--csv", *wants_csv, "Values with commas between them");
    command->callback([=, &session] { session.action = [=, &session] { return run_map(*name, *wants_csv, session); }; });
}

} // namespace cloop::cli
