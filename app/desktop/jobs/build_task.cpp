// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/build_task.h"

#include "file/file_source.h"
#include "file/split_parts.h"
#include "job/sum_file.h"
#include "live/module_build.h"
#include "text/sentences.h"
#include "text/value_names.h"

#include <QCoreApplication>

namespace cloop::desktop {

namespace {

struct BuildTaskText {
    Q_DECLARE_TR_FUNCTIONS(BuildTask)
};

/// Of what lies under that name now.
Result<std::string> writeSum(const std::string &path, Replace replace, const std::stop_token &stop, const ProgressSink &progress) {
    CLOOP_LET(file, FileSource::open(path));
    auto sha256 = hash_source(*file, stop, progress);
    if (sha256) CLOOP_TRY(write_sum_file(sum_file_beside(path), path, *sha256, replace, stop));
    return sha256;
}

/// `disc`: gets what was made.
Result<BuildResult> runLive(const BuildRequest &build, const BuildEvents &build_events, std::optional<LiveResult> &disc,
                            const std::stop_token &stop) {
    LiveEvents events{build_events};
    events.module_for = [&](const Filesystem &root, const LiveKernel &kernel) { return build_module_for(root, kernel, stop); };
    LiveRequest request{.roots = {build.source.path},
                        .output = build.output,
                        .replace = build.replace,
                        .image = build.options,
                        .filter = build.source.filter,
                        .keep_going = build.keep_going};
    if (!build.label.empty()) request.label = build.label;
    CLOOP_LET(made, make_live_disc(request, events, stop));
    BuildResult built{.image = made.systems.front().image, .lost = {}};
    disc = std::move(made);
    return built;
}

} // namespace

QString openedPath(const BuildTask &task) {
    return nameText(task.build.split ? part_path({.base = task.build.output, .number = 0}) : task.build.output);
}

QStringList factsOf(const BuildTask &task) {
    const BuildRequest &build = task.build;
    const CreateOptions &options = build.options;
    const EncoderInfo &encoder = encoder_info(options.encoding.encoder);
    QStringList words{QStringLiteral("-f %1").arg(QLatin1String(name_of(options.format))), QStringLiteral("-c %1").arg(nameText(encoder.name))};
    if (encoder.lowest_level < encoder.highest_level) words << QStringLiteral("-l %1").arg(options.encoding.level);
    words << QStringLiteral("-B %1").arg(options.block_size) << QStringLiteral("-t %1").arg(options.threads);
    if (!options.verify) words << QStringLiteral("--no-verify");
    if (build.split) words << QStringLiteral("--split %1").arg(*build.split);
    if (build.keep_going) words << QStringLiteral("--keep-going");
    if (task.usesCluster) words << QStringLiteral("--cluster --listen 0.0.0.0");
    if (!task.isBootable && build.filesystem != TreeKind::iso9660)
        words << QStringLiteral("--filesystem ") + QLatin1String(name_of(build.filesystem));
    if (!build.label.empty()) words << QStringLiteral("--label '%1'").arg(nameText(build.label));
    if (build.owner) words << QStringLiteral("--owner %1:%2").arg(build.owner->uid).arg(build.owner->gid);
    if (build.source.filter.one_file_system) words << QStringLiteral("--one-file-system");
    for (const QString &pattern : task.patterns.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        if (!pattern.startsWith(QLatin1Char('#'))) words << QStringLiteral("--exclude '%1'").arg(pattern.trimmed());
    return {QStringLiteral("Cloopsmith %1").arg(QLatin1String(CLOOPSMITH_VERSION)), BuildTaskText::tr("Source: %1").arg(nameText(build.source.path)),
            BuildTaskText::tr("Output: %1").arg(nameText(build.output)), BuildTaskText::tr("Options: %1").arg(words.join(QLatin1Char(' ')))};
}

std::vector<PhaseShare> phasesOf(const BuildTask &task) {
    std::vector<PhaseShare> phases{{Phase::create, 1}};
    if (task.build.options.verify) phases.push_back({Phase::verify, task.verifyShare});
    // The sum is of the image, which most often has about half the size of its content.
    if (task.writeSum && !task.build.split) phases.push_back({Phase::verify, task.verifyShare / 2});
    // A disc is written, and read back, after its image.
    if (task.isBootable) phases.insert(phases.end(), {{Phase::disc, task.verifyShare / 2}, {Phase::verify, task.verifyShare / 2}});
    return phases;
}

Result<BuildOutcome> runBuild(const BuildTask &task, std::vector<Error> &troubles, BuildEvents events, const std::stop_token &stop) {
    BuildOutcome outcome;
    events.on_trouble = [&](const Error &error) { troubles.push_back(error); };
    events.on_note = [&](const Error &error) { outcome.notes.push_back(error); };
    auto built = task.isBootable ? runLive(task.build, events, outcome.disc, stop) : build_image(task.build, events, stop);
    if (!built) {
        Error error = std::move(built).error();
        // Name the first unreadable files.
        if (error.code == ErrorCode::source_unreadable)
            for (std::size_t i = 0; i < troubles.size() && i < 3; ++i) error.detail += (i ? ", " : "") + troubles[i].subject;
        return std::unexpected(std::move(error));
    }
    outcome.built = std::move(*built);
    if (task.writeSum && !task.build.split) {
        auto sha256 = writeSum(task.build.output, task.replaceSum, stop, events.on_progress);
        if (sha256) outcome.imageSha256 = std::move(*sha256);
        else outcome.sumTrouble = std::move(sha256).error();
    }
    return outcome;
}

} // namespace cloop::desktop
