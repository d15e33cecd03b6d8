// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/cluster_messages.h"

#include "base/byte_order.h"
#include "format/head.h"

#include <algorithm>
#include <random>

namespace cloop {

namespace {

enum class MessageKind : std::uint8_t { notice = 1, presence, request, answer, receipt };

constexpr std::uint32_t signature = 0x636c7001;  // "clp", version 1
constexpr std::size_t longest_text = 64;
constexpr std::size_t most_texts = 16;

/// Appends values to a message.
class MessageWriter {
public:
    explicit MessageWriter(MessageKind kind, std::size_t size = 0) {
        bytes_.reserve(request_overhead + size);
        put(signature);
        put(static_cast<std::uint8_t>(kind));
    }
    template <std::unsigned_integral T> void put(T value) {
        std::byte bytes[sizeof value];
        store_be(bytes, value);
        put(std::span<const std::byte>(bytes));
    }
    void put(std::span<const std::byte> bytes) { bytes_.insert(bytes_.end(), bytes.begin(), bytes.end()); }
    void put(const ClusterId &id) { put(std::span<const std::byte>(id)); }
    void put_text(std::string_view text) {
        text = text.substr(0, longest_text);
        put(static_cast<std::uint8_t>(text.size()));
        put(std::as_bytes(std::span(text)));
    }
    void put_flag(bool flag) { put(std::uint8_t{flag}); }
    std::vector<std::byte> take() { return std::move(bytes_); }

private:
    std::vector<std::byte> bytes_;
};

/// Takes values off a message. After the first that is missing or out of its limits, all are zero and has_failed().
class MessageReader {
public:
    MessageReader(std::span<const std::byte> bytes, MessageKind kind) : rest_(bytes) {
        if (take<std::uint32_t>() != signature || take<std::uint8_t>() != static_cast<std::uint8_t>(kind)) fail();
    }
    std::span<const std::byte> take_bytes(std::size_t size) {
        if (size > rest_.size()) fail();
        if (has_failed_) return {};
        const auto bytes = rest_.first(size);
        rest_ = rest_.subspan(size);
        return bytes;
    }
    template <std::unsigned_integral T> T take() {
        const auto bytes = take_bytes(sizeof(T));
        return bytes.empty() ? T{0} : load_be<T>(bytes.data());
    }
    template <std::unsigned_integral T> T take_within(T least, T most) {
        const T value = take<T>();
        if (value < least || value > most) fail();
        return has_failed_ ? T{0} : value;
    }
    bool take_flag() { return take_within<std::uint8_t>(0, 1) == 1; }
    ClusterId take_id() {
        ClusterId id{};
        std::ranges::copy(take_bytes(id.size()), id.begin());
        return id;
    }
    std::string take_text() {
        const auto bytes = take_bytes(take_within<std::uint8_t>(0, longest_text));
        return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
    }
    void fail() {
        has_failed_ = true;
        rest_ = {};
    }
    bool has_failed() const { return has_failed_; }
    std::size_t rest() const { return rest_.size(); }
    /// Whether all was well, and nothing follows.
    bool is_whole() const { return !has_failed_ && rest_.empty(); }

private:
    std::span<const std::byte> rest_;
    bool has_failed_ = false;
};

void put_job(MessageWriter &message, const ClusterJob &job) {
    message.put(job.id);
    message.put_text(encoder_info(job.encoding.encoder).name);
    message.put(static_cast<std::uint8_t>(job.encoding.level));
    message.put_flag(job.encoding.for_all_versions);
    message.put(job.block_size);
}

/// `is_known`: whether this program has such an encoder.
ClusterJob take_job(MessageReader &message, bool &is_known) {
    ClusterJob job;
    job.id = message.take_id();
    const EncoderInfo *info = find_encoder(message.take_text());
    job.encoding.level = message.take_within<std::uint8_t>(0, 100);
    job.encoding.for_all_versions = message.take_flag();
    job.block_size = message.take_within<std::uint32_t>(512, largest_cluster_block);
    if (!is_valid_block_size(job.block_size)) message.fail();
    if (info) job.encoding.encoder = info->id;
    is_known = info && check(job.encoding);
    return job;
}

std::string hex_of(std::span<const std::byte> bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const std::byte byte : bytes) text += {digits[static_cast<unsigned>(byte) >> 4], digits[static_cast<unsigned>(byte) & 15]};
    return text;
}

} // namespace

std::string to_hex(const ClusterId &id) { return hex_of(id); }

ClusterId random_cluster_id() {
    std::random_device device;
    ClusterId id;
    for (std::size_t at = 0; at < id.size(); at += sizeof(std::uint32_t)) store_be(id.data() + at, std::uint32_t{device()});
    return id;
}

bool ClusterJob::operator==(const ClusterJob &other) const {
    return id == other.id && encoding.encoder == other.encoding.encoder && encoding.level == other.encoding.level &&
           encoding.for_all_versions == other.encoding.for_all_versions && block_size == other.block_size;
}

std::vector<std::byte> to_bytes(const Notice &notice) {
    MessageWriter message(MessageKind::notice);
    put_job(message, notice.job);
    message.put_flag(notice.is_over);
    message.put_flag(notice.takes_any_version);
    message.put(notice.blocks_in_request);
    message.put(notice.done_below);
    const std::size_t count = std::min(notice.versions.size(), most_texts);
    message.put(static_cast<std::uint8_t>(count));
    for (std::size_t i = 0; i < count; ++i) message.put_text(notice.versions[i]);
    return message.take();
}

std::optional<ParsedNotice> parse_notice(std::span<const std::byte> bytes) {
    MessageReader message(bytes, MessageKind::notice);
    ParsedNotice parsed;
    Notice &notice = parsed.notice;
    notice.job = take_job(message, parsed.is_known);
    notice.is_over = message.take_flag();
    notice.takes_any_version = message.take_flag();
    notice.blocks_in_request = message.take_within<std::uint32_t>(1, most_blocks_in_request);
    notice.done_below = message.take<std::uint64_t>();
    for (unsigned left = message.take_within<std::uint8_t>(0, most_texts); left > 0 && !message.has_failed(); --left)
        notice.versions.push_back(message.take_text());
    if (!message.is_whole()) return std::nullopt;
    return parsed;
}

std::vector<std::byte> to_bytes(const Presence &presence) {
    MessageWriter message(MessageKind::presence);
    message.put(presence.job);
    message.put(presence.worker);
    message.put_text(presence.name);
    message.put(presence.threads);
    message.put(presence.wanted);
    message.put(static_cast<std::uint8_t>(presence.refusal));
    message.put_flag(presence.is_leaving);
    return message.take();
}

std::optional<Presence> parse_presence(std::span<const std::byte> bytes) {
    MessageReader message(bytes, MessageKind::presence);
    Presence presence;
    presence.job = message.take_id();
    presence.worker = message.take_id();
    presence.name = message.take_text();
    presence.threads = message.take_within<std::uint16_t>(0, 4096);
    presence.wanted = message.take_within<std::uint16_t>(0, 32768);
    presence.refusal = static_cast<Refusal>(message.take_within<std::uint8_t>(0, static_cast<std::uint8_t>(Refusal::too_little_memory)));
    presence.is_leaving = message.take_flag();
    if (!message.is_whole()) return std::nullopt;
    return presence;
}

std::vector<std::byte> to_bytes(const Request &request) {
    MessageWriter message(MessageKind::request, request.blocks.size() * request.job.block_size);
    put_job(message, request.job);
    message.put(request.number);
    message.put(static_cast<std::uint32_t>(request.blocks.size()));
    for (const auto block : request.blocks) message.put(block);
    return message.take();
}

std::optional<Request> parse_request(std::span<const std::byte> bytes) {
    MessageReader message(bytes, MessageKind::request);
    Request request;
    bool is_known = true;
    request.job = take_job(message, is_known);
    request.number = message.take<std::uint64_t>();
    const auto count = message.take_within<std::uint32_t>(1, most_blocks_in_request);
    if (message.has_failed() || !is_known || message.rest() != std::uint64_t{count} * request.job.block_size) return std::nullopt;
    for (std::uint32_t i = 0; i < count; ++i) request.blocks.push_back(message.take_bytes(request.job.block_size));
    return request;
}

std::vector<std::byte> to_bytes(const Answer &answer) {
    std::size_t size = 0;
    for (const Encoded &block : answer.blocks) size += 5 + block.bytes.size();
    MessageWriter message(MessageKind::answer, size);
    message.put(answer.job);
    message.put(answer.worker);
    message.put(answer.number);
    message.put(static_cast<std::uint32_t>(answer.blocks.size()));
    for (const Encoded &block : answer.blocks) {
        message.put(static_cast<std::uint8_t>(block.codec));
        message.put(static_cast<std::uint32_t>(block.bytes.size()));
    }
    for (const Encoded &block : answer.blocks) message.put(block.bytes);
    return message.take();
}

std::optional<Answer> parse_answer(std::span<const std::byte> bytes) {
    MessageReader message(bytes, MessageKind::answer);
    Answer answer;
    answer.job = message.take_id();
    answer.worker = message.take_id();
    answer.number = message.take<std::uint64_t>();
    if (message.has_failed()) return std::nullopt;
    const auto count = message.take_within<std::uint32_t>(1, most_blocks_in_request);
    MessageReader table = message;
    message.take_bytes(std::size_t{count} * 5);
    for (std::uint32_t i = 0; i < count && !message.has_failed(); ++i) {
        const auto codec = static_cast<CodecId>(table.take_within<std::uint8_t>(0, 15));
        answer.blocks.push_back({codec, message.take_bytes(table.take<std::uint32_t>())});
    }
    if (table.has_failed() || !message.is_whole()) answer.blocks.clear();
    return answer;
}

std::vector<std::byte> to_bytes(const Receipt &receipt) {
    MessageWriter message(MessageKind::receipt);
    message.put_flag(receipt.number.has_value());
    message.put(receipt.number.value_or(0));
    message.put_flag(receipt.is_shut_out);
    return message.take();
}

std::optional<Receipt> parse_receipt(std::span<const std::byte> bytes) {
    MessageReader message(bytes, MessageKind::receipt);
    Receipt receipt;
    const bool has_number = message.take_flag();
    if (const auto number = message.take<std::uint64_t>(); has_number) receipt.number = number;
    receipt.is_shut_out = message.take_flag();
    if (!message.is_whole()) return std::nullopt;
    return receipt;
}

} // namespace cloop
