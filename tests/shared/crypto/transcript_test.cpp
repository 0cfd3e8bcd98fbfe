#include "shared/crypto/transcript.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/vectors.hpp"

using namespace isoloir;
using crypto::Transcript;

TEST_CASE("H gives the known answers")
{
    const auto vectors = test::read_vectors("transcript.json");
    for (const auto& vector : vectors.at("cases")) {
        INFO(vector.at("meaning").get<std::string>());
        Transcript transcript(vector.at("label").get<std::string>());
        for (const auto& item : vector.at("items")) transcript.add(test::hex(item.get<std::string>()));
        CHECK(to_hex(transcript.digest()) == vector.at("digest").get<std::string>());
        CHECK(to_hex(transcript.scalar().bytes()) == vector.at("scalar").get<std::string>());
    }
}

TEST_CASE("items cannot slide into one another, nor into the label")
{
    const auto ab_c = Transcript("x").add(bytes_of("ab")).add(bytes_of("c")).digest();
    CHECK(Transcript("x").add(bytes_of("a")).add(bytes_of("bc")).digest() != ab_c);
    CHECK(Transcript("x").add(bytes_of("abc")).digest() != ab_c);
    CHECK(Transcript("x").add(bytes_of("ab")).add(bytes_of("c")).add(bytes_of("")).digest() != ab_c);
    CHECK(Transcript("xab").add(bytes_of("c")).digest() != ab_c);
    CHECK(Transcript("y").add(bytes_of("ab")).add(bytes_of("c")).digest() != ab_c);
}

TEST_CASE("elements, scalars and numbers go in as their bytes")
{
    const auto scalar = crypto::Scalar::of(9);
    const auto element = crypto::base_times(scalar);
    CHECK(Transcript("x").add(element).add(scalar).digest() == Transcript("x").add(ByteSpan(element.bytes())).add(ByteSpan(scalar.bytes())).digest());
    CHECK(Transcript("x").add_number(258).digest() == Transcript("x").add(Bytes{2, 1, 0, 0, 0, 0, 0, 0}).digest());
}

TEST_CASE("a digest may be taken on the way")
{
    Transcript transcript("x");
    const auto early = transcript.add(bytes_of("a")).digest();
    CHECK(transcript.digest() == early);
    transcript.add(bytes_of("b"));
    CHECK(transcript.digest() == Transcript("x").add(bytes_of("a")).add(bytes_of("b")).digest());
}
