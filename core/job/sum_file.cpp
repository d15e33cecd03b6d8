// SPDX-License-Identifier: GPL-3.0-or-later
#include "job/sum_file.h"

#include "base/sha256.h"
#include "file/file_source.h"
#include "file/new_file.h"

#include <vector>

namespace cloop {

namespace {

/// As sha256sum: special characters of a name are escaped by backslashes, and the line then begins with one.
std::string line_of(const std::string &sha256, const std::string &name) {
    std::string line = sha256 + "  ";
    for (const char c : name) {
        if (c != '\n' && c != '\\') line += c;
        else line += c == '\n' ? "\\n" : "\\\\";
    }
    return (line.find('\\') == line.npos ? "" : "\\") + line + "\n";
}

} // namespace

Result<std::string> hash_source(const ByteSource &source, const std::stop_token &stop, const ProgressSink &progress) {
    Sha256 sha256;
    std::vector<std::byte> buffer(1u << 20);
    for (std::uint64_t done = 0; done < source.size();) {
        if (stop.stop_requested()) return fail(ErrorCode::cancelled);
        CLOOP_LET(got, source.read_at(done, buffer));
        if (got == 0) return fail(ErrorCode::source_changed, source.name());
        sha256.add(std::span(buffer).first(got));
        done += got;
        report(progress, {.phase = Phase::verify, .done = done, .total = source.size()});
    }
    return sha256.hex();
}

Status write_sum_file(const std::string &sum_file, const std::string &path, const std::string &sha256, Replace replace,
                      const std::stop_token &stop) {
    const std::string line = line_of(sha256, name_of(path));
    CLOOP_LET(file, NewFile::create(sum_file, replace, 0666, stop));
    CLOOP_TRY(file.write(std::as_bytes(std::span(line))));
    return file.commit();
}

Result<std::string> read_sum_file(const std::string &sum_file, const std::string &path) {
    constexpr std::uint64_t largest = 16u << 20;
    constexpr std::size_t digits = 64;
    CLOOP_LET(file, FileSource::open(sum_file));
    if (file->size() > largest) return fail(ErrorCode::invalid_sum_file, sum_file);
    std::string text(static_cast<std::size_t>(file->size()), '\0');
    CLOOP_TRY(read_exactly(*file, 0, std::as_writable_bytes(std::span(text))));
    std::string only;
    std::size_t count = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string line = text.substr(begin, end - begin);
        begin = end + 1;
        const std::size_t skip = line.starts_with('\\') ? 1 : 0;
        if (line.find_first_not_of("0123456789abcdefABCDEF", skip) != skip + digits) continue;
        std::string sha256 = line.substr(skip, digits);
        for (char &c : sha256)
            if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
        // Two blanks, or a blank and '*', precede the name.
        for (const char *between : {"  ", " *"}) {
            std::string wanted = line_of(line.substr(skip, digits), name_of(path));
            wanted.replace(skip + digits, 2, between);
            if (line + "\n" == wanted) return sha256;
        }
        only = std::move(sha256);
        ++count;
    }
    if (count != 1) return fail(ErrorCode::invalid_sum_file, sum_file);
    return only;
}

} // namespace cloop
