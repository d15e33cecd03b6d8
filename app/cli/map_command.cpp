// cloop map

#include "image_facts.h"

#include "job/open_image.h"

#include <cstdio>

namespace cloop::cli {

namespace {

int run_map(const std::string &name, bool wants_csv, Session &session) {
    auto image = open_image(name, session.image_options(), session.stop);
    if (!image) return session.fail(image.error());
    auto scan = scan_blocks(**image, {.threads = session.threads}, session.stop, session.progress());
    if (!scan) return session.fail(scan.error());

    Json json = Json::array();
    std::string text = wants_csv ? "block,offset,stored,raw,codec,state\n" : "     block         offset    stored       raw  codec  state\n";
    for (std::size_t block = 0; block < (*image)->block_count(); ++block) {
        const bool is_known = (*image)->index().defect(block) == Defect::none;
        const BlockRef ref = is_known ? (*image)->index()[block] : BlockRef{};
        const std::string codec = is_known ? codec_name(ref.codec) : "-";
        const std::string state(state_name(scan->states[block]));
        if (session.wants_json) {
            Json row{{"block", block}, {"raw", (*image)->block_size()}, {"state", state}};
            if (is_known) row.update(Json{{"offset", ref.offset}, {"stored", ref.size}, {"codec", codec}});
            json.push_back(std::move(row));
            continue;
        }
        char line[160];
        const auto offset = static_cast<unsigned long long>(ref.offset);
        if (wants_csv && is_known) std::snprintf(line, sizeof line, "%zu,%llu,%u,%u,%s,%s\n", block, offset, ref.size, (*image)->block_size(), codec.c_str(), state.c_str());
        else if (wants_csv) std::snprintf(line, sizeof line, "%zu,,,%u,,%s\n", block, (*image)->block_size(), state.c_str());
        else if (is_known) std::snprintf(line, sizeof line, "%10zu %14llu %9u %9u  %-5s  %s\n", block, offset, ref.size, (*image)->block_size(), codec.c_str(), state.c_str());
        else std::snprintf(line, sizeof line, "%10zu %14s %9s %9u  %-5s  %s\n", block, "-", "-", (*image)->block_size(), "-", state.c_str());
        text += line;
    }
    session.print(json, text);
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
