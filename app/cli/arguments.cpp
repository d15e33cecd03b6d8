// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"

#include "attach/attachments.h"
#include "device/disks.h"
#include "job/open_image.h"
#include "text/error_texts.h"
#include "text/language.h"
#include "text/quantities.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>

// Qt's name, so that its tools find the strings.
#define QT_TRANSLATE_NOOP(context, text) text

namespace cloop::cli {

namespace {

/// /dev/cloop0 and so on, with the images that are attached.
Candidates cloop_devices(const Unfinished &) {
    std::map<unsigned, Candidate> devices;
    std::error_code error;
    for (const auto &entry : std::filesystem::directory_iterator("/dev", error)) {
        const std::string name = entry.path().filename();
        unsigned number = 0;
        constexpr std::string_view begin = "cloop";
        const char *end = name.data() + name.size();
        if (name.starts_with(begin) && std::from_chars(name.data() + begin.size(), end, number).ptr == end) devices[number] = {entry.path()};
    }
    for (const auto &attached : attached_devices())
        for (auto &[number, device] : devices)
            if (device.word == attached.path) device.meaning = attached.backing_file;
    Candidates all;
    for (auto &[number, device] : devices) all.push_back(std::move(device));
    return all;
}

Candidates mounted_folders(const Unfinished &) {
    Candidates all;
    for (const auto &attachment : attachments())
        for (const auto &folder : attachment.folders) all.push_back({folder, attachment.image});
    return all;
}

Candidates attached_devices_of_all_ways(const Unfinished &) {
    Candidates all;
    for (const auto &attachment : attachments())
        if (!attachment.device.empty()) all.push_back({attachment.device, attachment.image});
    return all;
}

Candidates disks(const Unfinished &) {
    Candidates all;
    for (const auto &disk : writable_disks()) all.push_back({disk.path, disk.name + ", " + size_text(disk.size)});
    return all;
}

Candidates disk_names(const Unfinished &) {
    Candidates all;
    for (const auto &disk : writable_disks()) all.push_back({disk.name, disk.path + ", " + size_text(disk.size)});
    return all;
}

/// What lies in the folder of the image that is being written. Not from a drive, which may take seconds.
Candidates paths_inside(const Unfinished &line) {
    std::error_code error;
    if (std::filesystem::is_block_file(line.first, error)) return {};
    const auto filesystem = open_filesystem(line.first, {.threads = 1}, {});
    if (!filesystem) return {};
    const std::string folder = line.written.substr(0, line.written.rfind('/') + 1);
    const auto node = (*filesystem)->find(folder.empty() ? "/" : folder);
    if (!node || (**filesystem)[*node].kind != NodeKind::directory) return {};
    Candidates all;
    for (const NodeId id : (**filesystem)[*node].children) {
        const Node &child = (**filesystem)[id];
        all.push_back({(folder.empty() ? "/" : folder) + std::string(child.name) + (child.kind == NodeKind::directory ? "/" : "")});
    }
    return all;
}

Candidates commands(const Unfinished &line) {
    Candidates all;
    for (const CLI::App *command : line.root.get_subcommands([](const CLI::App *) { return true; }))
        all.push_back({command->get_name(), command->get_description()});
    return all;
}

} // namespace

namespace value {
const ValueKind image{QT_TRANSLATE_NOOP("Command", "IMAGE"), Files::images};
const ValueKind source{QT_TRANSLATE_NOOP("Command", "SOURCE"), Files::all};
const ValueKind output{QT_TRANSLATE_NOOP("Command", "OUTPUT"), Files::all};
const ValueKind file{QT_TRANSLATE_NOOP("Command", "FILE"), Files::all};
const ValueKind map{QT_TRANSLATE_NOOP("Command", "MAP"), Files::all};
const ValueKind folder{QT_TRANSLATE_NOOP("Command", "FOLDER"), Files::folders};
const ValueKind roots_and_output{QT_TRANSLATE_NOOP("Command", "ROOT... OUTPUT"), Files::all};
const ValueKind path{QT_TRANSLATE_NOOP("Command", "PATH"), Files::none, paths_inside};
const ValueKind paths_and_folder{QT_TRANSLATE_NOOP("Command", "PATH... DEST"), Files::all, paths_inside};
const ValueKind device{QT_TRANSLATE_NOOP("Command", "DEVICE"), Files::none, cloop_devices};
const ValueKind mounted{QT_TRANSLATE_NOOP("Command", "MOUNTED"), Files::images, mounted_folders};
const ValueKind attached{QT_TRANSLATE_NOOP("Command", "ATTACHED"), Files::images, attached_devices_of_all_ways};
const ValueKind target{QT_TRANSLATE_NOOP("Command", "TARGET"), Files::all, disks};
const ValueKind disk{QT_TRANSLATE_NOOP("Command", "DISK"), Files::none, disk_names};
const ValueKind command{QT_TRANSLATE_NOOP("Command", "COMMAND"), Files::none, commands};
const ValueKind number{"N"};
const ValueKind size{QT_TRANSLATE_NOOP("Command", "SIZE")};
const ValueKind bytes{QT_TRANSLATE_NOOP("Command", "BYTES")};
const ValueKind seconds{QT_TRANSLATE_NOOP("Command", "SECONDS")};
const ValueKind text{QT_TRANSLATE_NOOP("Command", "TEXT")};
const ValueKind words{QT_TRANSLATE_NOOP("Command", "WORDS")};
const ValueKind pattern{QT_TRANSLATE_NOOP("Command", "PATTERN")};
const ValueKind owner{"UID:GID"};
const ValueKind url{"URL"};
const ValueKind address{QT_TRANSLATE_NOOP("Command", "ADDRESS[:PORT]")};
} // namespace value

namespace {

constexpr const ValueKind *kinds[] = {&value::image,   &value::source,  &value::output,
                                      &value::file,    &value::map,     &value::folder,
                                      &value::roots_and_output, &value::path, &value::paths_and_folder,
                                      &value::device,  &value::mounted, &value::attached,
                                      &value::target,  &value::disk,    &value::command,
                                      &value::number,  &value::size,    &value::bytes,
                                      &value::seconds, &value::text,    &value::words,
                                      &value::pattern, &value::owner,   &value::url,
                                      &value::address};

} // namespace

CLI::Option *takes(CLI::Option *option, const ValueKind &kind) { return option->type_name(kind.name); }

CLI::Option *takes_number(CLI::Option *option, unsigned lowest, unsigned highest) {
    return takes(option, value::number)->check([=](const std::string &word) {
        unsigned number = 0;
        const char *end = word.data() + word.size();
        const auto [rest, error] = std::from_chars(word.data(), end, number);
        if (error == std::errc() && rest == end && number >= lowest && number <= highest) return std::string();
        return filled_in(tr("it takes a number from %1 to %2"), std::to_string(lowest), std::to_string(highest));
    });
}

CLI::Option *takes_one_of(CLI::Option *option, const std::vector<std::string> &words) {
    std::string names;
    for (const auto &word : words) names += (names.empty() ? "" : "|") + word;
    return option->type_name(names)->check([words](const std::string &word) {
        if (std::ranges::find(words, word) != words.end()) return std::string();
        return filled_in(tr("%1 does not exist. Choose one of %2"), word, CLI::detail::join(words, ", "));
    });
}

const ValueKind *kind_of(const CLI::Option &option) {
    const auto found = std::ranges::find(kinds, option.get_type_name(), &ValueKind::name);
    return found != std::end(kinds) ? *found : nullptr;
}

std::vector<std::string> words_of(const CLI::Option &option) {
    if (kind_of(option) || !has_value(option)) return {};
    return CLI::detail::split(option.get_type_name(), '|');
}

bool has_value(const CLI::Option &option) { return option.get_items_expected_max() > 0; }

} // namespace cloop::cli
