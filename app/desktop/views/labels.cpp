#include "views/labels.h"

#include <QGuiApplication>

namespace cloop::desktop {

QLabel *headline(const QString &text) {
    auto *label = new QLabel(text);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

QLabel *textLabel() {
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::RichText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    return label;
}

QString factTable(const QList<std::pair<QString, QString>> &rows) {
    const bool isMirrored = QGuiApplication::isRightToLeft();
    QString html = QStringLiteral("<table width='100%' cellspacing='0' cellpadding='2'>");
    for (const auto &[name, value] : rows)
        html += QStringLiteral("<tr><td>%1</td><td align='%3'>%2</td></tr>").arg(name.toHtmlEscaped(), value.toHtmlEscaped(), isMirrored ? QStringLiteral("left") : QStringLiteral("right"));
    return html + QStringLiteral("</table>");
}

} // namespace cloop::desktop
