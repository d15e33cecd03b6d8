// SPDX-License-Identifier: GPL-3.0-or-later
// Builds tar archives entry by entry, including unusual ones.

#pragma once

#include <QByteArray>

namespace cloop::test {

struct TarEntry {
    QByteArray name;
    QByteArray content{};
    char type = '0';  ///< '0' a file, '1' a hard link, '2' a symbolic link, '5' a folder, 'x' pax attributes of the next entry
    QByteArray link{};
    std::uint64_t size = UINT64_MAX;  ///< announced size; default: the content's
};

inline QByteArray tar_entry(const TarEntry &entry) {
    const auto number = [](std::uint64_t value, int digits) { return QByteArray::number(qulonglong(value), 8).rightJustified(digits, '0') + '\0'; };
    QByteArray header = entry.name.leftJustified(100, '\0', true) + number(0644, 7) + number(0, 7) + number(0, 7) +
                        number(entry.size == UINT64_MAX ? std::uint64_t(entry.content.size()) : entry.size, 11) + number(1'000'000'000, 11) +
                        QByteArray(8, ' ') + entry.type + entry.link.leftJustified(100, '\0', true) + QByteArray("ustar\00000", 8);
    header = header.leftJustified(512, '\0');
    unsigned sum = 0;
    for (const char c : header) sum += static_cast<unsigned char>(c);
    header.replace(148, 8, number(sum, 6) + ' ');
    return header + entry.content + QByteArray((512 - entry.content.size() % 512) % 512, '\0');
}

inline QByteArray tar_of(const std::vector<TarEntry> &entries, int blocks_at_the_end = 2) {
    QByteArray tar;
    for (const TarEntry &entry : entries) tar += tar_entry(entry);
    return tar + QByteArray(blocks_at_the_end * 512, '\0');
}

/// A pax header with one keyword, for the next entry.
inline TarEntry pax_entry(const QByteArray &keyword, const QByteArray &value) {
    const QByteArray rest = " " + keyword + "=" + value + "\n";
    qsizetype length = rest.size() + 1;
    while (QByteArray::number(length).size() + rest.size() != length) ++length;
    return {.name = "pax", .content = QByteArray::number(length) + rest, .type = 'x'};
}

} // namespace cloop::test
