// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/initrd.h"

#include "base/read_all.h"

#include <lzma.h>

#include <algorithm>

namespace cloop {

namespace {

/// The kernel allocates it while it unpacks.
constexpr std::uint32_t largest_dictionary = 8 << 20;

std::span<const std::byte> bytes_of(std::string_view text) { return std::as_bytes(std::span(text)); }

Result<std::string> text_of(const Filesystem &root, const std::string &path) {
    const auto node = root.find("/" + path);
    if (!node || root[*node].kind != NodeKind::file) return std::string();
    CLOOP_LET(bytes, read_all(*root.open_file(*node)));
    return std::string(reinterpret_cast<const char *>(bytes.data()), bytes.size());
}

} // namespace

void InitrdTree::add_folders_of(const std::string &path) {
    for (auto slash = path.find('/'); slash != path.npos; slash = path.find('/', slash + 1))
        if (folders_.insert(path.substr(0, slash)).second) archive_.add_folder(path.substr(0, slash));
}

void InitrdTree::add_file(const std::string &path, unsigned permissions, std::span<const std::byte> bytes) {
    add_folders_of(path);
    archive_.add_file(path, permissions, bytes);
}

void InitrdTree::add_device(const std::string &path, unsigned permissions, unsigned major, unsigned minor) {
    add_folders_of(path);
    archive_.add_device(path, permissions, major, minor);
}

Result<std::vector<std::byte>> InitrdTree::pack(std::uint32_t level) && {
    const std::vector<std::byte> archive = std::move(archive_).finish();
    lzma_options_lzma options{};
    if (lzma_lzma_preset(&options, level)) return fail(ErrorCode::internal);
    options.dict_size = std::min(options.dict_size, largest_dictionary);
    lzma_filter filters[]{{LZMA_FILTER_X86, nullptr}, {LZMA_FILTER_LZMA2, &options}, {LZMA_VLI_UNKNOWN, nullptr}};
    std::vector<std::byte> packed(lzma_stream_buffer_bound(archive.size()));
    std::size_t size = 0;
    const lzma_ret result = lzma_stream_buffer_encode(filters, LZMA_CHECK_CRC32, nullptr, reinterpret_cast<const std::uint8_t *>(archive.data()),
                                                      archive.size(), reinterpret_cast<std::uint8_t *>(packed.data()), &size, packed.size());
    if (result != LZMA_OK) return fail(ErrorCode::out_of_memory);
    packed.resize((size + 3) / 4 * 4);
    return packed;
}

Status add_modules(InitrdTree &tree, const Filesystem &root, const LiveKernel &kernel, std::span<const std::byte> cloop_module,
                   const std::stop_token &stop) {
    const std::string &from = kernel.modules;
    CLOOP_LET(dependencies, text_of(root, from + "/modules.dep"));
    CLOOP_LET(builtin, text_of(root, from + "/modules.builtin"));
    CLOOP_LET(aliases, text_of(root, from + "/modules.alias"));
    const ModuleTable table(dependencies);
    // Where it is not told what is built in, everything may be.
    for (const std::string_view name : {"overlay", "erofs", "loop"})
        if (!builtin.empty() && !table.has(name) && builtin.find("/" + std::string(name) + ".ko") == builtin.npos)
            return fail(ErrorCode::kernel_lacks_driver, kernel.version, std::string(name));

    const auto wanted_always = modules_of_live_disc();
    std::vector<std::string_view> wanted(wanted_always.begin(), wanted_always.end());
    const auto needed_by_cloop = needs_of_module(cloop_module);
    wanted.insert(wanted.end(), needed_by_cloop.begin(), needed_by_cloop.end());

    const std::string into = "lib/modules/" + kernel.version + "/";
    const auto paths = table.closure(wanted);
    std::string dep;
    // Stored without compression of their own, because the whole is compressed better.
    const auto stored = [](const std::string &path) { return path.substr(0, path.find(".ko") + 3); };
    for (const std::string &path : paths) {
        const auto node = root.find("/" + from + "/" + path);
        if (!node || root[*node].kind != NodeKind::file) continue;
        CLOOP_LET(module, unpacked_module(root.open_file(*node), stop));
        tree.add_file(into + stored(path), 0644, module);
        dep += stored(path) + ":";
        for (const std::string &needed : table.needs(path)) dep += " " + stored(needed);
        dep += "\n";
    }
    if (!cloop_module.empty()) {
        tree.add_file(into + "updates/cloop.ko", 0644, cloop_module);
        dep += "updates/cloop.ko:";
        for (const std::string &name : needed_by_cloop)
            for (const std::string &path : paths)
                if (module_name(path) == module_name(name)) dep += " " + stored(path);
        dep += "\n";
    }
    tree.add_file(into + "modules.dep", 0644, bytes_of(dep));
    tree.add_file(into + "modules.alias", 0644, bytes_of(aliases_of(aliases, paths)));
    return {};
}

Result<std::vector<DriveKind>> drives_without_driver(const Filesystem &root, const LiveKernel &kernel) {
    CLOOP_LET(dependencies, text_of(root, kernel.modules + "/modules.dep"));
    CLOOP_LET(builtin, text_of(root, kernel.modules + "/modules.builtin"));
    if (builtin.empty()) return std::vector<DriveKind>();
    return kinds_without_driver(ModuleTable(dependencies), builtin);
}

} // namespace cloop
