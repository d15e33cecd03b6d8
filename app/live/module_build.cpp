// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/module_build.h"

#include "attach/run_program.h"
#include "base/read_all.h"
#include "file/file_source.h"
#include "job/extract_files.h"
#include "live/live_kit.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

namespace cloop {

namespace {

namespace fs = std::filesystem;

/// Removed at the end, with all in it.
class TemporaryFolder {
public:
    static Result<TemporaryFolder> make() {
        std::error_code error;
        std::string path = (fs::temp_directory_path(error) / "cloop-module-XXXXXX").string();
        if (error || !::mkdtemp(path.data())) return fail_errno(ErrorCode::write_failed, path);
        return TemporaryFolder(path);
    }
    TemporaryFolder(TemporaryFolder &&other) noexcept : path_(std::exchange(other.path_, {})) {}
    TemporaryFolder &operator=(TemporaryFolder &&) = delete;
    ~TemporaryFolder() {
        std::error_code error;
        if (!path_.empty()) fs::remove_all(path_, error);
    }

    const fs::path &path() const { return path_; }

private:
    explicit TemporaryFolder(fs::path path) : path_(std::move(path)) {}

    fs::path path_;
};

std::string text_of(const fs::path &file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Extracts the entries of a folder of the root whose names begin so.
Status unpack(const Filesystem &root, const std::string &folder, std::string_view beginning, const fs::path &into, const std::stop_token &stop) {
    std::error_code error;
    fs::create_directories(into, error);
    const auto node = root.find(folder);
    if (!node) return {};
    NodeSelection selection;
    for (const NodeId child : root[*node].children)
        if (root[child].name.starts_with(beginning)) selection.nodes.push_back(child);
    CLOOP_LET(extracted, extract_files(root.shared_from_this(), selection, into.string(), {}, stop, {}));
    (void)extracted;  // what is missing, make names
    return {};
}

/// The folder to give to make. Debian's headers consist of three packages, and one has its own path in it.
Result<fs::path> headers_of_root(const Filesystem &root, const LiveKernel &kernel, const fs::path &folder, const std::stop_token &stop) {
    CLOOP_TRY(unpack(root, "/usr/src", "linux-headers-", folder / "usr/src", stop));
    CLOOP_TRY(unpack(root, "/usr/lib", "linux-kbuild-", folder / "usr/lib", stop));
    const fs::path headers = folder / kernel.headers;
    std::string makefile = text_of(headers / "Makefile");
    constexpr std::string_view include = "include /usr/src/";
    if (const auto at = makefile.find(include); at != makefile.npos) makefile.insert(at + std::string_view("include ").size(), folder.string());
    std::error_code error;
    fs::remove(headers / "Makefile", error);
    std::ofstream(headers / "Makefile", std::ios::binary) << makefile;
    return headers;
}

std::string last_line(std::string words) {
    while (words.ends_with('\n')) words.pop_back();
    return words.substr(words.rfind('\n') + 1);
}

} // namespace

Result<std::vector<std::byte>> build_module_for(const Filesystem &root, const LiveKernel &kernel, const std::stop_token &stop) {
    CLOOP_LET(kit, LiveKit::find());
    CLOOP_LET(folder, TemporaryFolder::make());
    std::error_code error;
    fs::path headers = "/lib/modules/" + kernel.version + "/build";
    if (!fs::exists(headers / "Makefile", error)) {
        if (kernel.headers.empty()) return fail(ErrorCode::module_needs, kernel.version, "linux-headers-" + kernel.version);
        CLOOP_LET(unpacked, headers_of_root(root, kernel, folder.path(), stop));
        headers = std::move(unpacked);
    }
    const fs::path sources = folder.path() / "kmod", module = sources / "cloop.ko";
    fs::copy(kit.folder() + "/kmod", sources, error);
    if (error) return fail(ErrorCode::live_kit_missing, kit.folder() + "/kmod");
    const auto run = [&](const std::vector<std::string> &words) -> Status {
        auto ended = run_program(words, stop, {.wants_output = true});
        if (!ended && ended.error().code == ErrorCode::system) return fail(ErrorCode::module_needs, kernel.version, words[0]);
        if (!ended) return std::unexpected(std::move(ended).error());
        if (!ended->is_fine()) return fail(ErrorCode::module_build_failed, kernel.version, last_line(ended->words));
        return {};
    };
    CLOOP_TRY(run({"make", "-s", "-j" + std::to_string(std::max(1U, std::thread::hardware_concurrency())), "-C", sources.string(),
                   "KERNEL_DIR=" + headers.string()}));
    // The build id depends on the folder.
    CLOOP_TRY(run({"strip", "--strip-debug", "--remove-section=.note.gnu.build-id", module.string()}));
    CLOOP_LET(file, FileSource::open(module.string()));
    return read_all(*file);
}

} // namespace cloop
