// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/extract_task.h"

#include "archive/pack.h"
#include "file/image_name.h"
#include "job/extract_files.h"
#include "job/needed_room.h"
#include "text/sentences.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

#include <set>

namespace cloop::desktop {

namespace {

struct Extraction {
    Q_DECLARE_TR_FUNCTIONS(Extraction)
};

/// A sentence for the row, and behind it a line for each thing that is not whole or not there.
QString extractedText(std::uint64_t files, std::size_t leftOut, const std::vector<Error> &damaged, const std::vector<Error> &skipped,
                      const QStringList &notes) {
    QStringList parts{leftOut == 0 ? Extraction::tr("%Ln file(s) and folder(s) extracted.", nullptr, static_cast<int>(files))
                                   : Extraction::tr("%1 extracted; %2 left out.", "files and folders; damaged files")
                                         .arg(Extraction::tr("%Ln file(s) and folder(s)", nullptr, static_cast<int>(files)),
                                              Extraction::tr("%Ln damaged file(s)", nullptr, static_cast<int>(leftOut)))};
    QStringList lines;
    const auto add = [&](const QString &what, const std::vector<Error> &errors) {
        QStringList names;
        for (const Error &error : errors) {
            names << nameText(error.subject).replace(QLatin1Char('\n'), QLatin1Char(' '));
            lines << sentenceOf(error).replace(QLatin1Char('\n'), QLatin1Char(' '));
        }
        names.removeDuplicates();
        if (names.isEmpty()) return;
        const qsizetype count = names.size();
        if (count > 5) names = names.first(5) << Extraction::tr("… all of them in the log");
        parts << what.arg(numberText(static_cast<std::uint64_t>(count)), names.join(QStringLiteral(", ")));
        if (std::ranges::all_of(errors, [&](const Error &error) { return error.code == errors.front().code; })) parts << causeText(errors.front());
    };
    add(Extraction::tr("Not whole, with zeros in place of what is lost (%1): %2."), damaged);
    add(Extraction::tr("Skipped (%1): %2."), skipped);
    return ((parts + notes).join(QLatin1Char(' ')) + QLatin1Char('\n') + lines.join(QLatin1Char('\n'))).trimmed();
}

QStringList notesOf(const FileExtractResult &result) {
    QStringList notes;
    if (result.without_owners) notes << Extraction::tr("Owners and devices were left out: only root can make them.");
    if (result.without_privileges)
        notes << Extraction::tr("Setuid and setgid bits and device nodes were left out; cloop get --privileged extracts them.");
    return notes;
}

QStringList notesOf(const PackResult &result) {
    QStringList notes;
    if (result.withoutSockets) notes << Extraction::tr("Sockets were left out: a .tar has no place for them.");
    return notes;
}

/// What extracting the nodes will take at least: blocks of zeros become holes, and hard links are one file.
std::uint64_t leastSizeOf(const OpenedImage &opened, const NodeSelection &selection) {
    const std::uint64_t blockSize = opened.image->block_size();
    std::uint64_t bytes = 0;
    std::set<std::uint64_t> linked;
    selection.for_each(*opened.filesystem, [&](NodeId id) {
        const Node &node = (*opened.filesystem)[id];
        if (node.kind != NodeKind::file || node.extents.empty()) return;
        if (node.links > 1 && !linked.insert(node.extents.front().offset).second) return;
        // A block is as large as what may become a hole, or larger: what is only partly the file's counts nothing.
        for (const Extent &extent : node.extents)
            for (std::uint64_t block = (extent.offset + blockSize - 1) / blockSize; (block + 1) * blockSize <= extent.end(); ++block)
                if (surely_takes_room(*opened.image, block)) bytes += blockSize;
    });
    return bytes;
}

} // namespace

std::vector<FileIdentity> identitiesOf(const std::vector<std::string> &paths) {
    std::vector<FileIdentity> identities;
    for (const std::string &path : paths)
        if (const auto identity = identity_at(path)) identities.push_back(*identity);
    return identities;
}

QStringList alreadyIn(const QString &folder, const OpenedImage &opened, const NodeSelection &selection) {
    QStringList there;
    const auto add = [&](NodeId node) {
        if (selection.leaves_out(node)) return;
        const QString name = nameText((*opened.filesystem)[node].name);
        const QFileInfo info(QDir(folder).filePath(name));
        if (info.exists() || info.isSymLink()) there << name;
    };
    for (const NodeId node : selection.nodes) {
        // The root itself has no name: what is in it is extracted.
        if (node == Filesystem::root) std::ranges::for_each((*opened.filesystem)[node].children, add);
        else add(node);
    }
    return there;
}

Result<Job *> extract(JobQueue &queue, const OpenedImage &opened, ExtractTask task) {
    const std::string path = encodedPath(task.target);
    if (task.kind == ExtractTo::folder) {
        const std::uint64_t least = leastSizeOf(opened, task.selection);
        const QStorageInfo disc(task.target);
        if (disc.isValid() && static_cast<std::uint64_t>(disc.bytesAvailable()) < least)
            return fail(ErrorCode::no_space, path, std::to_string(least));
    }
    const std::vector<std::string> inputs = ImageName::of(encodedPath(opened.path)).files();
    const JobOrder order{
        .title = Extraction::tr("Extract from %1").arg(QFileInfo(opened.path).fileName()), .kind = JobKind::extract, .output = task.target};
    const auto sentence = [leftOut = task.damagedLeftOut](const auto &result) {
        return result ? extractedText(result->files, leftOut, result->damaged, result->skipped, notesOf(*result)) : QString();
    };
    if (task.kind == ExtractTo::folder)
        return queue.add(
            order,
            [filesystem = opened.filesystem, task = std::move(task), path, inputs](const std::stop_token &stop, const ProgressSink &progress) {
                return extract_files(filesystem, task.selection, path, {.replace = task.replaces, .inputs = identitiesOf(inputs)}, stop, progress);
            },
            sentence);
    return queue.add(
        order,
        [archive = opened.archive, task = std::move(task), path, inputs](const std::stop_token &stop, const ProgressSink &progress) {
            const Replace replace = task.replaces ? Replace::yes : Replace::no;
            return pack(*archive, task.selection, {.path = path, .is_image = false, .replace = replace, .inputs = inputs}, stop, progress);
        },
        sentence);
}

} // namespace cloop::desktop
