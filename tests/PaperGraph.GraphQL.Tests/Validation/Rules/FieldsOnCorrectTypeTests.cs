using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.Rules;

public sealed class FieldsOnCorrectTypeTests() : RuleTests(nameof(FieldsOnCorrectType))
{
    [Fact]
    public void Fields_and_meta_fields_are_known() => Expect(
        """
        { __schema { types { name } } paper(id: 1) { __typename title authors { name } } search(text: "a") { __typename } }
        """);

    [Fact]
    public void What_is_below_an_unknown_field_is_not_judged() => Expect(
        """
        { unknown { deeper { still } } }
        """,
        "1:3 Cannot query field \"unknown\" on type \"Query\".");

    [Fact]
    public void A_near_name_is_suggested() => Expect(
        """
        { paper(id: 1) { tile yeer } }
        """,
        "1:18 Cannot query field \"tile\" on type \"Paper\". Did you mean \"title\"?",
        "1:23 Cannot query field \"yeer\" on type \"Paper\". Did you mean \"year\"?");

    [Fact]
    public void Meta_fields_of_the_root_are_known_there_only() => Expect(
        """
        { paper(id: 1) { __schema { types { name } } } }
        """,
        "1:18 Cannot query field \"__schema\" on type \"Paper\".");

    [Fact]
    public void On_an_interface_the_types_that_have_the_field_are_suggested_the_most_general_first() => Expect(
        """
        { node(id: 1) { title name } }
        """,
        "1:17 Cannot query field \"title\" on type \"Node\". Did you mean to use an inline fragment on \"Titled\", "
            + "\"Organization\", or \"Paper\"?",
        "1:23 Cannot query field \"name\" on type \"Node\". Did you mean to use an inline fragment on \"Author\"?");

    [Fact]
    public void On_a_union_the_types_that_have_the_field_are_suggested() => Expect(
        """
        { search(text: "a") { id name } }
        """,
        "1:23 Cannot query field \"id\" on type \"Hit\". Did you mean to use an inline fragment on \"Node\", \"Titled\", "
            + "\"Author\", or \"Paper\"?",
        "1:26 Cannot query field \"name\" on type \"Hit\". Did you mean to use an inline fragment on \"Author\"?");

    [Fact]
    public void A_fragment_selects_from_its_own_type() => Expect(
        """
        fragment F on Author { name title }
        """,
        "1:29 Cannot query field \"title\" on type \"Author\".");

    [Fact]
    public void A_field_of_a_type_that_is_unknown_is_left_alone() => Expect(
        """
        fragment F on Nowhere { name }
        """);
}
