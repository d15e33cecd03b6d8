// SPDX-License-Identifier: GPL-3.0-or-later
// cloopsmith-picture: a picture on standard input, its pixels on standard output. The picture may be made to attack its decoder, as may the image
// that it comes from; so the decoder has a process of its own, which can reach nothing.
//
// Output: width and height (32 bits each, in the byte order of this machine), then the rows, 32 bits a pixel (QImage::Format_ARGB32_Premultiplied).
// At most 2048 pixels a side. Exit status 1: it is not a picture that can be decoded.

#include "confined.h"

#include <QBuffer>
#include <QFile>
#include <QGuiApplication>
#include <QImageReader>

#include <cstdio>

int main(int argc, char **argv) {
    constexpr int most_side = 2048;
    constexpr qint64 most_bytes = 64 << 20;
    qputenv("QT_QPA_PLATFORM", "minimal");
    QCoreApplication application(argc, argv);
    // Loads the decoders, which are plugins, while files can still be opened.
    (void)QImageReader::supportedImageFormats();
    QFile in, out;
    if (!in.open(stdin, QIODevice::ReadOnly) || !out.open(stdout, QIODevice::WriteOnly)) return 1;
    QByteArray bytes = in.read(most_bytes);
    if (!cloop::picture::confine()) return 1;

    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    // What is large is made small while it is decoded, where its decoder can.
    if (const QSize size = reader.size(); size.width() > most_side || size.height() > most_side)
        reader.setScaledSize(size.scaled(most_side, most_side, Qt::KeepAspectRatio));
    QImage picture = reader.read();
    if (picture.isNull()) return 1;
    if (picture.width() > most_side || picture.height() > most_side) picture = picture.scaled(most_side, most_side, Qt::KeepAspectRatio);
    picture = std::move(picture).convertToFormat(QImage::Format_ARGB32_Premultiplied);
    const quint32 head[2] = {quint32(picture.width()), quint32(picture.height())};
    out.write(reinterpret_cast<const char *>(head), sizeof head);
    for (int row = 0; row < picture.height(); ++row)
        out.write(reinterpret_cast<const char *>(picture.constScanLine(row)), qint64{4} * picture.width());
    return out.flush() ? 0 : 1;
}
