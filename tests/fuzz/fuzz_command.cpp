// SPDX-License-Identifier: GPL-3.0-or-later
// The command's output for untrusted bytes: no control characters to a terminal, valid JSON, and the same status both ways.
// Input: command, kind of damage, length of the file name, the name, the bytes.

#include "session.h"

#include "base/byte_order.h"
#include "base/utf8.h"
#include "support/image_builder.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

/// Pretends that standard output is a terminal, because listings are only escaped for terminals.
extern "C" int isatty(int fd) noexcept { return fd == STDOUT_FILENO; }

namespace {

using namespace cloop;
namespace fs = std::filesystem;

/// How the bytes are used.
enum class As {
    file,           ///< as they are, possibly an image
    iso,            ///< after the 16 empty sectors of an ISO
    damaged_image,  ///< an image of that ISO, damaged
};

/// FILE: made of the bytes; SOUND: an undamaged image; FOLDER: a folder; OUT: the output.
struct Command {
    void (*add)(CLI::App &, cli::Session &);
    As as;
    std::vector<std::string> words;
};

const std::vector<Command> commands{
    {cli::add_info, As::file, {"info", "FILE"}},
    {cli::add_map, As::file, {"map", "FILE"}},
    {cli::add_map, As::file, {"map", "--csv", "FILE"}},
    {cli::add_verify, As::file, {"verify", "--sha256", "FILE"}},
    {cli::add_ls, As::iso, {"ls", "-R", "FILE"}},
    {cli::add_ls, As::iso, {"ls", "-R", "-l", "FILE"}},
    {cli::add_get, As::iso, {"get", "FILE", "/", "OUT"}},
    {cli::add_info, As::damaged_image, {"info", "FILE"}},
    {cli::add_verify, As::damaged_image, {"verify", "FILE"}},
    {cli::add_ls, As::damaged_image, {"ls", "-R", "FILE"}},
    {cli::add_extract, As::damaged_image, {"extract", "FILE", "OUT"}},
    {cli::add_extract, As::damaged_image, {"extract", "--keep-going", "FILE", "OUT"}},
    {cli::add_diff, As::damaged_image, {"diff", "FILE", "SOUND"}},
    {cli::add_verify, As::file, {"verify", "SOUND", "--resume", "FILE"}},
    {cli::add_verify, As::file, {"verify", "SOUND", "--copied", "FILE"}},
    {cli::add_create, As::file, {"create", "FOLDER", "OUT", "--exclude-from", "FILE"}},
};

[[noreturn]] void refuse(const char *why, const std::string &text) {
    std::fprintf(stderr, "%s:\n%s\n", why, text.c_str());
    std::abort();
}

void write_file(const fs::path &path, std::span<const std::byte> bytes) {
    std::ofstream file(path, std::ios::binary);
    file.write(reinterpret_cast<const char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (!file.flush()) refuse("no room for", path.string());
}

/// A folder in memory with a sound image and a folder, while the program runs.
class Place {
public:
    Place() {
        std::string name = "/dev/shm/fuzz_command-XXXXXX";
        if (!::mkdtemp(name.data())) refuse("can't be made", name);
        folder_ = name;
        write_file(path("SOUND"), test::build_image(test::make_content(40'000), {}));
        fs::create_directories(path("FOLDER") / "within");
        write_file(path("FOLDER") / "within" / "file", {});
        output_ = ::memfd_create("output", 0);
        ::dup2(output_, STDOUT_FILENO);
    }
    ~Place() { fs::remove_all(folder_); }

    fs::path path(const std::string &name) const { return folder_ / name; }

    /// Standard output since the last call.
    std::string take_output() const {
        std::string text(static_cast<std::size_t>(::lseek(output_, 0, SEEK_CUR)), '\0');
        if (::pread(output_, text.data(), text.size(), 0) != static_cast<ssize_t>(text.size())) refuse("output is lost", "");
        ::lseek(output_, 0, SEEK_SET);
        return text;
    }

private:
    fs::path folder_;
    int output_;
};

/// Captures stderr during its lifetime, except the sanitizers' reports, which use the descriptor.
class Sentences {
public:
    Sentences() { stderr = ::open_memstream(&text_, &size_); }
    ~Sentences() {
        restore();
        std::free(text_);
    }
    std::string take() {
        restore();
        return {text_, size_};
    }

private:
    void restore() {
        if (stderr == before_) return;
        std::fclose(stderr);
        stderr = before_;
    }

    char *text_ = nullptr;
    std::size_t size_ = 0;
    FILE *before_ = stderr;
};

/// Unicode's Cc except newline, line and paragraph separators, and writing direction marks.
bool is_obeyed(char32_t code) {
    static constexpr std::pair<char32_t, char32_t> ranges[] = {{0, 0x1F},        {0x7F, 0x9F},     {0x61C, 0x61C},
                                                               {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2066, 0x2069}};
    return code != '\n' && std::ranges::any_of(ranges, [&](const auto &range) { return range.first <= code && code <= range.second; });
}

void expect_harmless(std::string_view text) {
    for (std::string_view rest = text; !rest.empty();) {
        const Utf8 character = decode_utf8(rest);
        if (!character.is_valid || is_obeyed(character.code)) refuse("a terminal would obey", std::string(text));
        rest.remove_prefix(character.size);
    }
}

/// A newline in a name could forge a message of the command.
void expect_sentences(const std::string &text) {
    expect_harmless(text);
    for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1)
        if (!std::string_view(text).substr(at).starts_with("cloop: ") || text.back() != '\n') refuse("not said by the command", text);
}

struct Outcome {
    int status;
    std::string out;
};

Outcome run(const Command &command, const Place &place, const fs::path &file, bool wants_json) {
    const fs::path out = place.path("OUT");
    fs::remove_all(out);
    std::vector<std::string> words{"cloop"};
    for (const auto &word : command.words) {
        const bool is_ours = word == "SOUND" || word == "FOLDER" || word == "OUT";
        words.push_back(word == "FILE" ? file.string() : is_ours ? place.path(word).string() : word);
    }
    words.insert(words.end(), {"--threads", "1"});
    if (wants_json) words.push_back("--json");
    std::vector<const char *> argv;
    for (const auto &word : words) argv.push_back(word.c_str());

    Sentences sentences;
    Outcome outcome{};
    {
        cli::Session session;
        CLI::App root("", "cloop");
        command.add(root, session);
        root.parse(static_cast<int>(argv.size()), argv.data());
        outcome.status = session.finish(session.action());
    }
    const std::string said = sentences.take();
    outcome.out = place.take_output();
    if (outcome.status < cli::exit_fine || outcome.status > cli::exit_damaged) refuse("a status that nobody expects", said);
    expect_sentences(said);
    return outcome;
}

std::span<const std::byte> take(std::span<const std::byte> &bytes, std::size_t count) {
    const auto taken = bytes.first(std::min(count, bytes.size()));
    bytes = bytes.subspan(taken.size());
    return taken;
}

/// An image with wrong checks in all blocks, or in one of up to 16.
test::Bytes damaged_image(const test::Bytes &iso, std::size_t damage) {
    test::Bytes image = test::build_image(iso, {});
    constexpr std::size_t head_size = 136, block_size = 4096;
    for (std::size_t block = 0; block * block_size < iso.size(); ++block) {
        const auto end = static_cast<std::size_t>(load_be<std::uint64_t>(image.data() + head_size + 8 * (block + 1)));
        if (damage > 0 && (block + damage) % (1 + damage / 16) == 0) image[end - 1] ^= std::byte{1};
    }
    return image;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    static const Place place;
    if (size < 3) return 0;
    auto bytes = std::as_bytes(std::span(data, size)).subspan(3);
    const Command &command = commands[data[0] % commands.size()];
    std::string name = "f";
    for (const std::byte octet : take(bytes, data[2] % 100))
        if (octet != std::byte{0} && octet != std::byte{'/'}) name += static_cast<char>(octet);

    test::Bytes content(command.as == As::file ? 0 : 16 * 2048);
    content.insert(content.end(), bytes.begin(), bytes.end());
    const fs::path file = place.path(name);
    write_file(file, command.as == As::damaged_image ? damaged_image(content, data[1]) : content);
    const Outcome shown = run(command, place, file, false), told = run(command, place, file, true);
    fs::remove(file);

    expect_harmless(shown.out);
    const auto json = nlohmann::json::parse(told.out, nullptr, false);
    const auto is_odd = [](char c) { return c != '\n' && (c < 0x20 || c > 0x7E); };
    if (json.is_discarded() || std::ranges::any_of(told.out, is_odd)) refuse("no JSON in ASCII", told.out);
    if (shown.status != told.status) refuse("another status with --json", shown.out + told.out);
    // One line per node: no name may add lines.
    const auto lines = static_cast<std::size_t>(std::ranges::count(shown.out, '\n'));
    if (command.words[0] == "ls" && json.is_array() && lines != json.size()) refuse("lines and rows differ", shown.out);
    return 0;
}
