// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/labels.h"

#include "models/column.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPainter>
#include <QStyle>

namespace cloop::desktop {

namespace {

/// One that Tab leads to shows that it has the focus, which QLabel does not.
class TextLabel final : public QLabel {
protected:
    void paintEvent(QPaintEvent *event) override {
        QLabel::paintEvent(event);
        if (!hasFocus() || !(focusPolicy() & Qt::TabFocus)) return;
        QPainter painter(this);
        paintFocus(painter, *this);
    }
};

} // namespace

QLabel *headline(const QString &text) {
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

QLabel *textLabel() {
    auto *label = new TextLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::RichText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    return label;
}

LeadingLabels::LeadingLabels(QObject *parent) : QObject(parent) { QCoreApplication::instance()->installEventFilter(this); }

bool LeadingLabels::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() != QEvent::Polish) return false;
    if (auto *label = qobject_cast<QLabel *>(watched)) label->setAlignment(QStyle::visualAlignment(label->layoutDirection(), label->alignment()));
    return false;
}

QString breakable(const QString &text) {
    constexpr int longest = 24;
    QString broken;
    int length = 0;
    for (const QChar character : text) {
        const bool breaks = character.isSpace() || character == QLatin1Char('-') || character == QLatin1Char('/');
        length = breaks ? 0 : length + 1;
        broken += character;
        if (length < longest || character.isHighSurrogate()) continue;
        broken += QChar(0x200B);
        length = 0;
    }
    return broken;
}

QString factTable(const QList<std::pair<QString, QString>> &rows) {
    // Rich text tables are not mirrored automatically.
    const QString row = QGuiApplication::isRightToLeft() ? QStringLiteral("<tr><td align='left'>%2</td><td align='right'>%1</td></tr>")
                                                         : QStringLiteral("<tr><td>%1</td><td align='right'>%2</td></tr>");
    QString html = QStringLiteral("<table width='100%' cellspacing='0' cellpadding='2'>");
    for (const auto &[name, value] : rows) html += row.arg(name.toHtmlEscaped(), value.toHtmlEscaped());
    return html + QStringLiteral("</table>");
}

void fitColumns(QHeaderView &header, int padding) {
    // Rows of what is damaged are bold.
    QFont bold = header.font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    for (int column = 0; column < header.count(); ++column) {
        const QString widest = header.model()->headerData(column, Qt::Horizontal, widestRole).toString();
        header.resizeSection(column, std::max(metrics.horizontalAdvance(widest) + padding, header.sectionSizeHint(column)));
    }
}

} // namespace cloop::desktop
