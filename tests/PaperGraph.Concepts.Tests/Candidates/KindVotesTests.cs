using PaperGraph.Concepts.Candidates;
using PaperGraph.Model;

namespace PaperGraph.Concepts.Tests.Candidates;

public sealed class KindVotesTests
{
    [Fact]
    public void Without_votes_no_kind_is_the_strongest()
    {
        var votes = new KindVotes();

        (votes.Strongest, votes.StrongestSpecific).ShouldBe((null, null));
    }

    [Fact]
    public void The_kind_with_the_most_votes_is_the_strongest_and_other_is_no_specific_one()
    {
        var votes = new KindVotes();

        votes.Add(ConceptKind.Metric, 0.5f);
        votes.Add(ConceptKind.Task, 0.75f);
        votes.Add(ConceptKind.Other);

        (votes.Strongest, votes.StrongestSpecific).ShouldBe((ConceptKind.Other, ConceptKind.Task));
    }

    [Fact]
    public void Of_kinds_with_equally_many_votes_the_first_in_their_order_is_the_strongest()
    {
        var votes = new KindVotes();

        votes.Add(ConceptKind.Model);
        votes.Add(ConceptKind.Dataset);

        votes.Strongest.ShouldBe(ConceptKind.Dataset);
    }

    [Fact]
    public void Shared_votes_are_the_more_of_both()
    {
        var (one, other) = (new KindVotes(), new KindVotes());
        one.Add(ConceptKind.Model, 2);
        other.Add(ConceptKind.Model, 1);
        other.Add(ConceptKind.Task, 3);

        one.Share(other);

        (one[ConceptKind.Model], one[ConceptKind.Task]).ShouldBe((2, 3));
        (other[ConceptKind.Model], other[ConceptKind.Task]).ShouldBe((2, 3));
    }
}
