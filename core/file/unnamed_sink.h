// SPDX-License-Identifier: GPL-3.0-or-later
// An intermediate file, which never gets a name and vanishes with its last user.

#pragma once

#include "file/new_file.h"

namespace cloop {

/// Not synced on commit(); read_back() may be called after it, too, and the source outlives the sink.
class UnnamedSink final : public FileSink {
public:
    /// `path`: in the folder that has the room; for messages. Errors: those of NewFile::create().
    static Result<UnnamedSink> create(const std::string &path) {
        CLOOP_LET(file, NewFile::create(path, Replace::yes));
        return UnnamedSink(std::move(file));
    }

    Status write(std::span<const std::byte> bytes) override { return file_.write(bytes); }
    Status write_zeros(std::uint64_t count) override { return file_.write_zeros(count); }
    Status patch(std::uint64_t offset, std::span<const std::byte> bytes) override { return file_.patch(offset, bytes); }
    Result<SourcePtr> read_back() override { return file_.read_back(); }
    Status commit() override { return {}; }
    void withdraw() override {}

private:
    explicit UnnamedSink(NewFile file) : file_(std::move(file)) {}

    NewFile file_;
};

} // namespace cloop
