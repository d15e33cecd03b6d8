// SPDX-License-Identifier: GPL-3.0-or-later
// cloop estimate
#include "arguments.h"
#include "session.h"
#include "source_options.h"

#include "job/estimate.h"
#include "job/presets.h"
#include "text/error_texts.h"
#include "text/printable.h"
#include "text/quantities.h"

#include <cstdio>

namespace cloop::cli {

namespace {

struct EstimateRequest {
    std::string source;
    SourceRequest picked;
};

int run_estimate(const EstimateRequest &request, Session &session) {
    const std::string &path = request.source;
    if (path == "-") return session.fail({.code = ErrorCode::input_not_seekable});
    BuildRequest build{.source = {.path = path}};
    if (auto parsed = parse_source(request.picked, kind_of_source(path), build); !parsed) return session.fail(parsed.error());
    auto source = open_sampled(build.source, session.stop);
    if (!source) return session.fail(source.error());
    Json json{{"source", path}, {"content_size", source->source->size()}, {"presets", Json::array()}};
    std::string text = printable(path) + ": " + size_text(source->source->size()) + "\n";
    for (const Preset &preset : presets) {
        CreateOptions options{.format = preset.format, .encoding = preset.encoding, .threads = session.threads};
        auto estimator = Estimator::begin(*source, options);
        if (!estimator) return session.fail(estimator.error());
        if (auto sampled = estimator->sample(std::chrono::milliseconds(1200), session.stop); !sampled) return session.fail(sampled.error());
        const Estimate result = estimator->estimate();
        json["presets"].push_back({{"name", preset.name},
                                   {"options", preset.options},
                                   {"image_size", result.image_size},
                                   {"low", result.low},
                                   {"high", result.high},
                                   {"seconds", result.seconds},
                                   {"sampled_blocks", result.sampled}});
        char line[200];
        std::snprintf(line, sizeof line, "  %-11s %-14s %10s  (%s)  %s\n", preset.name, preset.options, size_text(result.image_size).c_str(),
                      filled_in(tr("%1 to %2"), size_text(result.low), size_text(result.high)).c_str(),
                      (result.seconds < 1 ? tr("under 1 s") : filled_in(tr("about %1"), duration_text(result.seconds), {})).c_str());
        text += line;
    }
    session.print(json, text);
    return exit_fine;
}

} // namespace

void add_estimate(CLI::App &root, Session &session) {
    auto request = std::make_shared<EstimateRequest>();
    CLI::App *command = add_command(root, session, "estimate", tr("Size and time for each preset, from a sample, in seconds"));
    takes(command->add_option("source", request->source, tr("Folder, ISO or any file, archive")), value::source)->required();
    add_source_options(*command, request->picked);
    command->callback([request, &session] { session.action = [request, &session] { return run_estimate(*request, session); }; });
}

} // namespace cloop::cli
