using System.Text.Json;

namespace PaperGraph.Graph.Tests.Search;

public sealed class SuggestTests(SearchGraph graph) : IClassFixture<SearchGraph>
{
    [Fact]
    public async Task The_best_known_of_many_come_first()
    {
        var texts = await TextsAsync("zed", 5, "AUTHOR");

        texts.Count.ShouldBe(5);
        // Popularity is compared by steps.
        texts.ConvertAll(PapersOf).Min().ShouldBeGreaterThanOrEqualTo(256);
    }

    [Theory]
    [InlineData("zorndaa", "Zedo Zorndaa")]
    [InlineData("ZEDO  zorndaa", "Zedo Zorndaa")]
    [InlineData("zrndaa", "Zedo Zorndaa")]
    [InlineData("zormdaa", "Zedo Zorndaa")]
    [InlineData("zornndaa", "Zedo Zorndaa")]
    [InlineData("zonrdaa", "Zedo Zorndaa")]
    [InlineData("twenty", "Twenty-seven")]
    [InlineData("twnety", "Twenty-seven")]
    public async Task One_slip_of_the_finger_is_forgiven(string prefix, string text) => (await TextsAsync(prefix, 10)).ShouldContain(text);

    [Fact]
    public async Task Whatever_the_slip_the_name_is_suggested()
    {
        var random = new Random(20_264);
        const string Letters = "abcdefghijklmnopqrstuvwxyz";
        for (var round = 0; round < 60; round++)
        {
            var number = random.Next(1, 301);
            var name = $"zed{(char)('a' + (number % 26))} zorn{InLetters(number)}";
            var place = random.Next(1, name.Length - 1);
            var letter = Letters[random.Next(Letters.Length)].ToString();
            var slip = random.Next(4) switch
            {
                0 => name.Remove(place, 1),
                1 => name.Insert(place, letter),
                2 => name.Remove(place, 1).Insert(place, letter),
                _ => name[..place] + name[place + 1] + name[place] + name[(place + 2)..],
            };

            (await TextsAsync(slip, 50, "AUTHOR")).ShouldContain(
                text => string.Equals(text, name, StringComparison.OrdinalIgnoreCase), $"{name}, typed as {slip}");
        }
    }

    [Theory]
    [InlineData("gpt-4")]
    [InlineData("GPT4")]
    [InlineData("gtp4")]
    public async Task What_is_called_as_was_typed_comes_before_what_is_better_known(string prefix) =>
        (await TextsAsync(prefix, 10))[..2].ShouldBe(["GPT-4", "GPT-4o"]);

    [Theory]
    [InlineData("https://arxiv.org/abs/2405.01234v2", "Mamboid: Sequences in Linear Time")]
    [InlineData("arxiv 2405.01234", "Mamboid: Sequences in Linear Time")]
    [InlineData("https://doi.org/10.1145/3442188", "Memory")]
    [InlineData("github.com/acme/group?tab=readme", "acme/group")]
    [InlineData("acme/gr", "acme/group")]
    public async Task Of_a_pasted_id_or_address_what_it_is_of_is_suggested(string prefix, string text)
    {
        (await TextsAsync(prefix, 10)).ShouldBe([text]);
        (await TextsAsync(prefix, 10, "AUTHOR")).ShouldBeEmpty();
    }

    /// <summary>The concept has 30 papers; of 270 authors who begin so each has more.</summary>
    [Fact]
    public async Task No_kind_fills_the_box_alone()
    {
        (await TextsAsync("zed", 10)).ShouldContain("Zed Attention");
        (await TextsAsync("zed", 3)).ShouldNotContain("Zed Attention");
    }

    [Theory]
    [InlineData("2025")]
    [InlineData("12")]
    public async Task Another_number_is_no_slip(string prefix) =>
        (await TextsAsync(prefix, 50)).ShouldAllBe(text => text.Contains(prefix, StringComparison.Ordinal));

    [Fact]
    public async Task A_short_beginning_is_not_corrected_where_something_begins_so() =>
        (await TextsAsync("memo", 50, "PAPER")).ShouldAllBe(text => text.StartsWith("Memory"));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("%")]
    [InlineData("\\")]
    [InlineData("_")]
    public async Task What_is_no_beginning_has_no_suggestion(string prefix) => (await TextsAsync(prefix, 10)).ShouldBeEmpty();

    [Fact]
    public async Task There_are_as_many_as_are_asked_for()
    {
        (await TextsAsync("z", 50)).Count.ShouldBe(50);
        var error = (await graph.ExecuteAsync("{ suggest(prefix: \"z\", first: 51) { text } }")).GetProperty("errors")[0];
        error.GetProperty("message").GetString().ShouldBe("`first` is 51; there are 1 to 50 suggestions.");
    }

    /// <summary>The names end in the numbers of their papers, a letter for a digit.</summary>
    private static int PapersOf(string name) =>
        name[(name.IndexOf("Zorn", StringComparison.Ordinal) + 4)..].Aggregate(0, (number, letter) => (number * 10) + letter - 'a');

    private static string InLetters(int number) =>
        string.Concat(number.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(digit => (char)(digit - '0' + 'a')));

    private async Task<List<string>> TextsAsync(string prefix, int first, string? kind = null)
    {
        var answer = await graph.ExecuteBothAsync(
            """
            query($prefix: String!, $first: Int!, $kinds: [NodeKind!]) {
              suggest(prefix: $prefix, first: $first, kinds: $kinds) { text node { id } } }
            """,
            JsonSerializer.SerializeToElement(new { prefix, first, kinds = kind is null ? null : new[] { kind } }));
        answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
        return [.. answer.GetProperty("data").GetProperty("suggest").EnumerateArray().Select(one => one.GetProperty("text").GetString()!)];
    }
}
