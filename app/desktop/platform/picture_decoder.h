// SPDX-License-Identifier: GPL-3.0-or-later
// Decodes a picture in a process that can reach nothing (app/picture), because a picture from a stranger's disc may attack its decoder.

#pragma once

#include <QImage>
#include <QProcess>

namespace cloop::desktop {

/// One picture. Threads: the window's. Destroyed while it works, it ends the process.
class PictureDecoder final : public QObject {
    Q_OBJECT

public:
    static constexpr qint64 mostBytes = 64 << 20;

    using QObject::QObject;
    ~PictureDecoder() override;

    /// By the first bytes: PNG, JPEG, GIF, BMP, WebP, TIFF, ICO, SVG, PNM.
    static bool looksLikePicture(const QByteArray &bytes);

    void start(const QByteArray &bytes);

signals:
    /// A null image: it can't be decoded, or the program for it is not there.
    void decoded(const QImage &picture);

private:
    void end(const QImage &picture);

    QProcess process_;
    bool hasEnded_ = false;
};

} // namespace cloop::desktop
