using PaperGraph.GraphQL.Http.Sending;
using PaperGraph.GraphQL.Http.Tests.Support;

namespace PaperGraph.GraphQL.Http.Tests.Sending;

public sealed class UnsentResponsesTests
{
    private readonly ManualTime time = new();
    private readonly List<string> ended = [];
    private readonly UnsentResponses unsent;

    public UnsentResponsesTests() => unsent = new UnsentResponses(100, time);

    [Fact]
    public void Bytes_count_until_they_are_given_back()
    {
        var share = new UnsentShare(unsent);

        share.TryTake(60).ShouldBeTrue();
        share.TryTake(41).ShouldBeFalse();
        share.GiveBack(20);
        share.TryTake(41).ShouldBeTrue();
        unsent.Bytes.ShouldBe(81);
        share.Dispose();

        unsent.Bytes.ShouldBe(0);
    }

    [Fact]
    public void Who_has_waited_longest_makes_room_first()
    {
        var first = Waiting("first", 40);
        time.Step(UnsentResponses.Grace);
        Waiting("second", 40);
        time.Step(UnsentResponses.Grace);

        new UnsentShare(unsent).TryTake(50).ShouldBeTrue();

        ended.ShouldBe(["first"]);
        unsent.Bytes.ShouldBe(90);
        first.GiveBack(40);
        first.Dispose();
        unsent.Bytes.ShouldBe(90);
    }

    [Fact]
    public void Who_has_only_begun_to_wait_makes_no_room()
    {
        Waiting("first", 100);
        time.Step(UnsentResponses.Grace - TimeSpan.FromTicks(1));

        new UnsentShare(unsent).TryTake(1).ShouldBeFalse();

        ended.ShouldBeEmpty();
    }

    [Fact]
    public void A_response_that_is_still_made_makes_no_room_for_others_or_itself()
    {
        new UnsentShare(unsent).TryTake(50);
        var own = Waiting("own", 50);
        time.Step(UnsentResponses.Grace);

        own.TryTake(1).ShouldBeFalse();

        ended.ShouldBeEmpty();
    }

    [Fact]
    public void Responses_of_any_lengths_leave_nothing_behind()
    {
        var random = new Random(20241128);
        var all = new UnsentResponses(4_000_000, time);
        for (var round = 0; round < 200; round++)
        {
            using var buffer = new ResponseBuffer(1_000_000, new UnsentShare(all));
            var text = new byte[random.Next(1_200_000)];
            random.NextBytes(text);
            try
            {
                Write(buffer, text, random);
                buffer.CheckLength();
                buffer.Blocks.SelectMany(block => block.ToArray()).ShouldBe(text);
            }
            catch (RequestErrorException refused)
            {
                text.Length.ShouldBeGreaterThan(1_000_000);
                refused.RequestError.Code.ShouldBe("RESPONSE_LIMIT");
            }
        }
        all.Bytes.ShouldBe(0);
    }

    private static void Write(ResponseBuffer buffer, ReadOnlySpan<byte> text, Random random)
    {
        while (text.Length > 0)
        {
            var piece = text[..Math.Min(text.Length, random.Next(1, 100_000))];
            piece.CopyTo(buffer.GetSpan(piece.Length));
            buffer.Advance(piece.Length);
            text = text[piece.Length..];
        }
    }

    private UnsentShare Waiting(string name, int bytes)
    {
        var share = new UnsentShare(unsent);
        share.TryTake(bytes).ShouldBeTrue();
        share.BeginWaiting(() => ended.Add(name));
        return share;
    }
}
