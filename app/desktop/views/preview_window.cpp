// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/preview_window.h"

#include "text/sentences.h"
#include "views/labels.h"

#include <QCloseEvent>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QStringDecoder>
#include <QVBoxLayout>

namespace cloop::desktop {

namespace {

constexpr qint64 pieceSize = 65536;
constexpr qsizetype mostHexBytes = 65536;

/// Bytes in rows of sixteen, for content that is not text.
QString hexRows(const QByteArray &bytes) {
    QString rows;
    for (qsizetype at = 0; at < bytes.size(); at += 16) {
        const QByteArray row = bytes.mid(at, 16);
        QString letters;
        for (const char c : row) letters += c >= 0x20 && c < 0x7F ? QLatin1Char(c) : QLatin1Char('.');
        rows += QStringLiteral("%1  %2  %3\n").arg(at, 8, 16, QLatin1Char('0')).arg(QString::fromLatin1(row.toHex(' ')), -47).arg(letters);
    }
    return rows;
}

} // namespace

PreviewWindow::PreviewWindow(std::shared_ptr<const ImageArchive> archive, NodeId node, QWidget *parent)
    : QWidget(parent, Qt::Window), views_(new QStackedWidget), text_(new QPlainTextEdit), shown_(new QLabel), note_(textLabel()) {
    setWindowTitle(nameText(archive->filesystem()->path(node)));
    text_->setReadOnly(true);
    text_->setFrameShape(QFrame::NoFrame);
    text_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text_->setAccessibleName(tr("Content of the file"));
    shown_->setAlignment(Qt::AlignCenter);
    shown_->setMinimumSize(1, 1);
    views_->addWidget(text_);
    views_->addWidget(shown_);
    note_->setText(tr("Reading…"));
    auto *extract = new QPushButton(icon("extract"), tr("&Extract…"));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(apart, rhythm, apart, rhythm);
    foot->setSpacing(rhythm);
    foot->addWidget(note_, 1);
    foot->addWidget(extract);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(views_, 1);
    column->addLayout(foot);
    resize(720, 520);
    connect(extract, &QPushButton::clicked, this, [this, node] { emit extractWanted(node); });
    // Not in the window's thread, because a scratched disc takes its time.
    job_.start(
        [content = std::make_shared<SourceDevice>(archive->filesystem()->open_file(node)),
         size = (*archive->filesystem())[node].size](const std::stop_token &stop, const ProgressSink &) -> Result<Read> {
            Read read;
            qint64 most = mostTextBytes;
            while (read.bytes.size() < most && !content->atEnd()) {
                if (stop.stop_requested()) return fail(ErrorCode::cancelled);
                read.bytes += content->read(pieceSize);
                // A picture is read whole.
                if (size <= std::uint64_t{PictureDecoder::mostBytes} && PictureDecoder::looksLikePicture(read.bytes))
                    most = PictureDecoder::mostBytes;
            }
            read.lost = content->lostBytes();
            return read;
        },
        [this, size = (*archive->filesystem())[node].size](const Result<Read> &read) {
            if (isClosed_) deleteLater();
            else if (read) take(*read, size);
            else note_->setText(sentenceOf(read.error()).toHtmlEscaped());
        });
}

QString PreviewWindow::text() const { return text_->toPlainText(); }
QString PreviewWindow::note() const { return note_->text(); }

void PreviewWindow::closeEvent(QCloseEvent *event) {
    event->accept();
    isClosed_ = true;
    if (job_.isRunning()) job_.cancel();
    else deleteLater();
}

void PreviewWindow::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape) close();
    else QWidget::keyPressEvent(event);
}

void PreviewWindow::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    showPicture();
}

void PreviewWindow::take(const Read &read, std::uint64_t size) {
    if (size > std::uint64_t{PictureDecoder::mostBytes} || !PictureDecoder::looksLikePicture(read.bytes)) {
        showText(read, size);
        return;
    }
    connect(&decoder_, &PictureDecoder::decoded, this, [this, read, size](const QImage &picture) { takePicture(picture, read, size); });
    decoder_.start(read.bytes);
}

void PreviewWindow::takePicture(const QImage &picture, const Read &read, std::uint64_t size) {
    if (picture.isNull()) {
        showText(read, size);
        return;
    }
    picture_ = picture;
    QStringList notes{tr("%1 × %2 pixels", "of a picture").arg(picture.width()).arg(picture.height()), sizeText(size)};
    if (read.lost > 0) notes << tr("%1 of it is lost and shown as zeros").arg(sizeText(read.lost));
    note_->setText(notes.join(QStringLiteral(" · ")).toHtmlEscaped());
    shown_->setAccessibleDescription(tr("Picture"));
    views_->setCurrentWidget(shown_);
    showPicture();
    emit loaded();
}

/// As large as the window allows, but never larger than it is.
void PreviewWindow::showPicture() {
    if (picture_.isNull()) return;
    const qreal scale = devicePixelRatioF();
    const QSize room = (QSizeF(views_->size()) * scale).toSize();
    QPixmap fitted = QPixmap::fromImage(picture_.width() > room.width() || picture_.height() > room.height()
                                            ? picture_.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                                            : picture_);
    fitted.setDevicePixelRatio(scale);
    shown_->setPixmap(fitted);
}

void PreviewWindow::showText(const Read &whole, std::uint64_t size) {
    const QByteArray bytes = whole.bytes.first(std::min<qsizetype>(whole.bytes.size(), mostTextBytes));
    QStringDecoder decoder(QStringDecoder::Utf8);
    // A letter may be cut in two at the end, which is not an error.
    const QString decoded = decoder(bytes);
    const bool isText = !bytes.contains('\0') && !decoder.hasError();
    const QByteArray shown = isText ? bytes : bytes.first(std::min(bytes.size(), mostHexBytes));
    text_->setPlainText(isText ? decoded : hexRows(shown));
    QStringList notes{sizeText(size)};
    if (whole.lost > 0) notes << tr("%1 of it is lost and shown as zeros").arg(sizeText(whole.lost));
    if (!isText) notes << tr("not text: its bytes are shown");
    if (static_cast<std::uint64_t>(shown.size()) < size) notes << tr("only the beginning is shown");
    note_->setText(notes.join(QStringLiteral(" · ")).toHtmlEscaped());
    emit loaded();
}

} // namespace cloop::desktop
