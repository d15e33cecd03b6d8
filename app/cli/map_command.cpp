// SPDX-License-Identifier: GPL-3.0-or-later
// cloop map

#include "arguments.h"
#include "session.h"

#include "job/open_image.h"
#include "report/map_rows.h"
#include "text/value_names.h"

#include <cstdio>
#include <optional>

namespace cloop::cli {

namespace {

std::string line_of(const MapRow &row) {
    const std::string blocks = std::to_string(row.blocks.first) + (row.blocks.count() > 1 ? "-" + std::to_string(row.blocks.last - 1) : "");
    const std::string offset = row.place ? std::to_string(row.place->offset) : "-";
    const std::string stored = row.place ? std::to_string(row.place->size) : "-";
    const std::string codec = row.place ? codec_name(row.place->codec) : "-";
    char line[200];
    std::snprintf(line, sizeof line, "%10s %14s %9s %9u  %-5s  %s\n", blocks.c_str(), offset.c_str(), stored.c_str(), row.raw_size, codec.c_str(),
                  std::string(row.state).c_str());
    return line;
}

int run_map(const std::string &name, bool wants_csv, Session &session) {
    auto image = open_image(name, session.image_options(), session.stop);
    if (!image) return session.fail(image.error());
    auto scan = scan_blocks(**image, {.threads = session.threads}, session.stop, session.progress());
    if (!scan) return session.fail(scan.error());

    constexpr std::size_t piece = 65536;
    std::optional<JsonStream> json;
    std::string text;
    if (session.wants_json) json.emplace(session.writer()).open('[');
    else text = wants_csv ? map_csv_head : tr("     block         offset    stored       raw  codec  state\n");
    for (std::size_t block = 0; block < scan->states.size() && session.can_write();) {
        if (session.stop.stop_requested()) return session.fail({.code = ErrorCode::cancelled});
        const MapRow row = map_row(**image, scan->states, block);
        block = row.blocks.last;
        if (json) json->value(row.json());
        else text += wants_csv ? row.csv() : line_of(row);
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
    CLI::App *command = add_command(root, session, "map", tr("A line for each block: number, offset, stored and raw size, codec, state"));
    takes(command->add_option("image", *name, tr("Image, part of a split set, drive, or ISO:PATH")), value::image)->required();
    command->add_flag("--csv", *wants_csv, tr("Values with commas between them"));
    command->callback([=, &session] { session.action = [=, &session] { return run_map(*name, *wants_csv, session); }; });
}

} // namespace cloop::cli
