// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/picture_decoder.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTimer>

#include <cstring>

namespace cloop::desktop {

namespace {

constexpr int mostSide = 2048;
constexpr int mostMilliseconds = 20'000;

/// Beside this program in a build folder, else where it is installed.
QString decoderProgram() {
    const QString beside = QCoreApplication::applicationDirPath() + QStringLiteral("/cloopsmith-picture");
    if (QFileInfo::exists(beside)) return beside;
    const QString built = QStringLiteral(PICTURE_PROGRAM);
    return QFileInfo::exists(built) ? built
                                    : QCoreApplication::applicationDirPath() + QStringLiteral("/" LIBEXEC_FROM_BIN "/cloopsmith/cloopsmith-picture");
}

/// The pixels that the program wrote; null where they are not what it announced.
QImage pictureOf(const QByteArray &output) {
    quint32 head[2];
    if (output.size() < qsizetype(sizeof head)) return {};
    std::memcpy(head, output.constData(), sizeof head);
    if (head[0] == 0 || head[1] == 0 || head[0] > mostSide || head[1] > mostSide) return {};
    const qsizetype row = qsizetype{4} * head[0];
    if (output.size() != qsizetype(sizeof head) + row * qsizetype(head[1])) return {};
    QImage picture(static_cast<int>(head[0]), static_cast<int>(head[1]), QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < picture.height() && !picture.isNull(); ++y)
        std::memcpy(picture.scanLine(y), output.constData() + sizeof head + y * row, std::size_t(row));
    return picture;
}

} // namespace

PictureDecoder::~PictureDecoder() {
    process_.disconnect(this);
    process_.kill();
    process_.waitForFinished(1000);
}

bool PictureDecoder::looksLikePicture(const QByteArray &bytes) {
    for (const QByteArray &begin :
         {QByteArray("\x89PNG\r\n"), QByteArray("\xFF\xD8\xFF"), QByteArray("GIF8"), QByteArray("BM"), QByteArray("II*\0", 4), QByteArray("MM\0*", 4),
          QByteArray("\0\0\1\0", 4), QByteArray("P4\n"), QByteArray("P5\n"), QByteArray("P6\n")})
        if (bytes.startsWith(begin)) return true;
    const QByteArray start = bytes.left(1024);
    return (start.startsWith("RIFF") && start.mid(8, 4) == "WEBP") || (start.startsWith('<') && start.contains("<svg"));
}

void PictureDecoder::start(const QByteArray &bytes) {
    connect(&process_, &QProcess::finished, this, [this](int status, QProcess::ExitStatus how) {
        end(how == QProcess::NormalExit && status == 0 ? pictureOf(process_.readAllStandardOutput()) : QImage());
    });
    connect(&process_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) end({});
    });
    QTimer::singleShot(mostMilliseconds, &process_, &QProcess::kill);
    process_.setStandardErrorFile(QProcess::nullDevice());
    process_.start(decoderProgram(), QStringList());
    process_.write(bytes);
    process_.closeWriteChannel();
}

void PictureDecoder::end(const QImage &picture) {
    if (!std::exchange(hasEnded_, true)) emit decoded(picture);
}

} // namespace cloop::desktop
