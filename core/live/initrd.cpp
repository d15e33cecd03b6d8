// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/initrd.h"

#include "base/read_all.h"

#include <lzma.h>

#include <algorithm>
#include <set>

namespace cloop {

namespace {

std::span<const std::byte> bytes_of(std::string_view text) { return std::as_bytes(std::span(text)); }

/// Adds folders before what lies in them, each once.
class Tree {
public:
    explicit Tree(CpioWriter &archive) : archive_(archive) {}

    void add_file(const std::string &path, unsigned permissions, std::span<const std::byte> bytes) {
        for (auto slash = path.find('/'); slash != path.npos; slash = path.find('/', slash + 1))
            if (folders_.insert(path.substr(0, slash)).second) archive_.add_folder(path.substr(0, slash));
        archive_.add_file(path, permissions, bytes);
    }

private:
    CpioWriter &archive_;
    std::set<std::string> folders_;
};

Result<std::string> text_of(const Filesystem &root, const std::string &path) {
    const auto node = root.find("/" + path);
    if (!node || root[*node].kind != NodeKind::file) return std::string();
    CLOOP_LET(bytes, read_all(*root.open_file(*node)));
    return std::string(reinterpret_cast<const char *>(bytes.data()), bytes.size());
}

/// The modules, with those that cloop.ko needs, and the tables by which busybox's modprobe finds them.
Status add_modules(Tree &tree, const InitrdParts &parts, const std::stop_token &stop) {
    const std::string &from = parts.kernel.modules;
    CLOOP_LET(dependencies, text_of(parts.root, from + "/modules.dep"));
    CLOOP_LET(builtin, text_of(parts.root, from + "/modules.builtin"));
    CLOOP_LET(aliases, text_of(parts.root, from + "/modules.alias"));
    const ModuleTable table(dependencies);
    for (const std::string_view name : {"overlay", "erofs", "loop"})
        if (!table.has(name) && builtin.find("/" + std::string(name) + ".ko") == builtin.npos)
            return fail(ErrorCode::kernel_lacks_driver, parts.kernel.version, std::string(name));

    const auto wanted_always = modules_of_live_disc();
    std::vector<std::string_view> wanted(wanted_always.begin(), wanted_always.end());
    const auto needed_by_cloop = needs_of_module(parts.cloop_module);
    wanted.insert(wanted.end(), needed_by_cloop.begin(), needed_by_cloop.end());

    const std::string into = "lib/modules/" + parts.kernel.version + "/";
    const auto paths = table.closure(wanted);
    std::string dep;
    // Stored without compression of their own, because the whole is compressed better.
    const auto stored = [](const std::string &path) { return path.substr(0, path.find(".ko") + 3); };
    for (const std::string &path : paths) {
        const auto node = parts.root.find("/" + from + "/" + path);
        if (!node || parts.root[*node].kind != NodeKind::file) continue;
        CLOOP_LET(module, unpacked_module(parts.root.open_file(*node), stop));
        tree.add_file(into + stored(path), 0644, module);
        dep += stored(path) + ":";
        for (const std::string &needed : table.needs(path)) dep += " " + stored(needed);
        dep += "\n";
    }
    if (!parts.cloop_module.empty()) {
        tree.add_file(into + "updates/cloop.ko", 0644, parts.cloop_module);
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

} // namespace

Result<CpioWriter> fill_initrd(const InitrdParts &parts, const std::stop_token &stop) {
    CpioWriter archive;
    Tree tree(archive);
    for (const char *name : {"init", "shutdown"}) {
        CLOOP_LET(script, parts.kit.read(name));
        tree.add_file(name, 0755, script);
    }
    for (const char *name : {"busybox", "cloop-live", "cloop-fuse"}) {
        CLOOP_LET(program, parts.kit.read(name));
        tree.add_file(std::string("bin/") + name, 0755, program);
    }
    // The kernel opens it for the first process.
    archive.add_folder("dev");
    archive.add_device("dev/console", 0600, 5, 1);
    CLOOP_TRY(add_modules(tree, parts, stop));
    return archive;
}

Result<std::vector<DriveKind>> drives_without_driver(const Filesystem &root, const LiveKernel &kernel) {
    CLOOP_LET(dependencies, text_of(root, kernel.modules + "/modules.dep"));
    CLOOP_LET(builtin, text_of(root, kernel.modules + "/modules.builtin"));
    return kinds_without_driver(ModuleTable(dependencies), builtin);
}

Result<std::vector<std::byte>> packed_initrd(std::span<const std::byte> archive) {
    lzma_options_lzma options{};
    if (lzma_lzma_preset(&options, 6)) return fail(ErrorCode::internal);
    lzma_filter filters[]{{LZMA_FILTER_X86, nullptr}, {LZMA_FILTER_LZMA2, &options}, {LZMA_VLI_UNKNOWN, nullptr}};
    std::vector<std::byte> packed(lzma_stream_buffer_bound(archive.size()));
    std::size_t size = 0;
    const lzma_ret result = lzma_stream_buffer_encode(filters, LZMA_CHECK_CRC32, nullptr, reinterpret_cast<const std::uint8_t *>(archive.data()),
                                                      archive.size(), reinterpret_cast<std::uint8_t *>(packed.data()), &size, packed.size());
    if (result != LZMA_OK) return fail(ErrorCode::out_of_memory);
    packed.resize(size);
    return packed;
}

} // namespace cloop
