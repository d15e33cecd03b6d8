// SPDX-License-Identifier: GPL-3.0-or-later
// The visual language of the window: distances, sizes of type, colours, icons.

#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QPalette>

class QPainter;

namespace cloop::desktop {

/// Distances in logical pixels; nothing lies at another.
inline constexpr int hair = 4;     ///< within one thing: an icon and its word
inline constexpr int rhythm = 8;   ///< between things that belong together
inline constexpr int apart = 16;   ///< between groups; the edge of a page
inline constexpr int far = 24;     ///< between parts of a page

/// Three sizes of type: that of the desktop, and these two.
QFont titleFont();  ///< of a page; large
QFont smallFont();  ///< facts beside a title

/// The one accent: the blue of the map, bright enough for text on the palette's window. Contrast of 4.5 or more.
QColor accent(const QPalette &palette);

/// For text of less weight; contrast of 4.5 or more, which QPalette::PlaceholderText does not promise.
QColor quietText(const QPalette &palette);

/// How things stand: whole, damaged, not known. For text and outlines, contrast of 4.5 or more.
enum class Tone { neutral, good, bad };
QColor toneColour(const QPalette &palette, Tone tone);

/// Makes a label's text quiet; stays so when the theme changes.
void makeQuiet(QWidget *label);

/// Around a widget that has the focus and does not show it by itself.
void paintFocus(QPainter &painter, const QWidget &widget);

/// An icon of our family (resources/icons/actions, without ".svg"), in the colour of the text around it, light or dark.
QIcon icon(const char *name);

bool isDark(const QPalette &palette);

} // namespace cloop::desktop
