// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/image_sum.h"

#include "file/image_name.h"
#include "file/split_set.h"
#include "job/sum_file.h"
#include "text/sentences.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>

namespace cloop::desktop {

namespace {

struct Sum {
    Q_DECLARE_TR_FUNCTIONS(ImageSum)
};

} // namespace

Job *addSum(JobQueue &queue, const QString &name, const std::string &path, const QString &sums, std::function<void(const QString &)> done) {
    return queue.add(
        JobOrder{.title = Sum::tr("SHA-256 of %1").arg(name), .kind = JobKind::sum},
        [path, sums = encodedPath(sums)](const std::stop_token &stop, const ProgressSink &progress) -> Result<std::string> {
            CLOOP_LET(file, open_whole(path));
            Result<std::string> expected;
            if (!sums.empty()) expected = read_sum_file(sums, path);
            if (!expected) return expected;
            auto real = hash_source(*file, stop, progress);
            if (real && !sums.empty() && *real != *expected) return fail(ErrorCode::sum_mismatch, path, *real + " ≠ " + *expected);
            return real;
        },
        [isCompared = !sums.isEmpty(), done = std::move(done)](const Result<std::string> &sha256) {
            if (!sha256) return QString();
            const QString sum = QString::fromStdString(*sha256);
            if (done) done(sum);
            return isCompared ? Sum::tr("The same as in the file: %1").arg(sum) : sum;
        });
}

void addSumOfImage(JobQueue &queue, const QString &image, const QString &sums) {
    const std::string outer = ImageName::of(encodedPath(image)).outer;
    addSum(queue, QFileInfo(nameText(outer)).fileName(), outer, sums);
}

QString askSumFile(QWidget *parent, const QString &image) {
    const QString outer = nameText(ImageName::of(encodedPath(image)).outer);
    const QString beside = outer + QStringLiteral(".sha256");
    return QFileDialog::getOpenFileName(parent, Sum::tr("The file with the SHA-256"),
                                        QFileInfo::exists(beside) ? beside : QFileInfo(outer).absolutePath(),
                                        Sum::tr("SHA-256 files (*.sha256 *SHA256SUMS* *sha256sum*);;All files (*)"));
}

} // namespace cloop::desktop
