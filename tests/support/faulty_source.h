// A source with scratches: ranges that give EIO, as a drive does; all others are sound.

#pragma once

#include "support/image_builder.h"

#include <cerrno>

namespace cloop::test {

class FaultySource final : public ByteSource {
public:
    struct Fault {
        std::uint64_t begin, end;
    };
    FaultySource(Bytes bytes, std::vector<Fault> faults) : source_(std::move(bytes)), faults_(std::move(faults)) {}
    std::uint64_t size() const override { return source_.size(); }
    const std::string &name() const override { return source_.name(); }
    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> out) const override {
        for (const Fault &fault : faults_)
            if (offset < fault.end && offset + out.size() > fault.begin)
                return std::unexpected(Error{.code = ErrorCode::read_failed, .sys = EIO, .offset = std::max(offset, fault.begin), .subject = name()});
        return source_.read_at(offset, out);
    }

private:
    MemorySource source_;
    std::vector<Fault> faults_;
};

} // namespace cloop::test
