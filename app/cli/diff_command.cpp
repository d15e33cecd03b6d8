// SPDX-License-Identifier: GPL-3.0-or-later
// cloop diff
#include "arguments.h"
#include "image_facts.h"

#include "job/diff_images.h"
#include "job/open_image.h"
#include "text/error_texts.h"
#include "text/printable.h"
#include "text/quantities.h"

#include <set>

namespace cloop::cli {

namespace {

/// Paths of the files in the differing ranges, without structures, which differ with every file.
std::set<std::string> paths_in(const std::shared_ptr<const ImageReader> &image, const DiffResult &diff, const std::stop_token &stop) {
    std::set<std::string> paths;
    const auto filesystem = filesystem_of(image, stop);
    if (!filesystem) return paths;
    const ExtentMap map(*filesystem);
    for (const Difference &difference : diff.differences) {
        if (stop.stop_requested()) break;
        for (const NodeId node : map.nodes_in(difference.extent.offset, difference.extent.size))
            if ((*filesystem)[node].kind != NodeKind::structure) paths.insert(filesystem->path(node));
    }
    return paths;
}

int run_diff(const std::string &left_name, const std::string &right_name, Session &session) {
    auto left = open_image(left_name, session.image_options(), session.stop);
    if (!left) return session.fail(left.error());
    auto right = open_image(right_name, session.image_options(), session.stop);
    if (!right) return session.fail(right.error());
    auto diff = diff_images(**left, **right, session.stop, session.progress());
    if (!diff) return session.fail(diff.error());

    Json json{{"same", diff->differences.empty()},
              {"left_size", (*left)->size()},
              {"right_size", (*right)->size()},
              {"block_size", diff->step},
              {"differences", Json::array()},
              {"files", Json::array()}};
    std::string text;
    bool is_unknown = false;
    for (const Difference &difference : diff->differences) {
        const std::uint64_t first = difference.extent.offset / diff->step;
        const std::uint64_t last = (difference.extent.offset + difference.extent.size - 1) / diff->step;
        is_unknown = is_unknown || difference.is_unknown;
        json["differences"].push_back({{"first_block", first},
                                       {"last_block", last},
                                       {"content_offset", difference.extent.offset},
                                       {"content_size", difference.extent.size},
                                       {"unknown", difference.is_unknown}});
        text += (first == last
                     ? filled_in(difference.is_unknown ? tr("block %1 can't be compared: lost in one or both") : tr("block %1 differs"),
                                 number_text(first), {})
                     : filled_in(difference.is_unknown ? tr("blocks %1 to %2 can't be compared: lost in one or both") : tr("blocks %1 to %2 differ"),
                                 number_text(first), number_text(last))) +
                "\n";
    }
    if ((*left)->size() != (*right)->size())
        text += filled_in(tr("the contents have %1 and %2 bytes"), number_text((*left)->size()), number_text((*right)->size())) + "\n";
    if (!diff->differences.empty()) {
        auto paths = paths_in(*left, *diff, session.stop);
        paths.merge(paths_in(*right, *diff, session.stop));
        if (!paths.empty()) text += tr("files in these blocks:") + std::string("\n");
        for (const auto &path : paths) {
            text += "  " + printable(path) + "\n";
            json["files"].push_back(path);
        }
    }
    session.print(json, text);
    if (is_unknown) return exit_damaged;
    return diff->differences.empty() ? exit_fine : exit_environment;
}

} // namespace

void add_diff(CLI::App &root, Session &session) {
    struct Request {
        std::string left, right;
    };
    auto request = std::make_shared<Request>();
    CLI::App *command = add_command(root, session, "diff", tr("Which blocks and files of two images differ; exit status 1 where any do"));
    takes(command->add_option("left", request->left, tr("An image")), value::image)->required();
    takes(command->add_option("right", request->right, tr("Another one")), value::image)->required();
    command->callback([request, &session] { session.action = [request, &session] { return run_diff(request->left, request->right, session); }; });
}

} // namespace cloop::cli
