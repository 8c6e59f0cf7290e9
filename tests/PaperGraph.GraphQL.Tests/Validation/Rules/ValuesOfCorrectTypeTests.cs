using PaperGraph.GraphQL.Validation.Rules;

namespace PaperGraph.GraphQL.Tests.Validation.Rules;

public sealed class ValuesOfCorrectTypeTests() : RuleTests(nameof(ValuesOfCorrectType))
{
    [Fact]
    public void Literals_of_every_type_are_accepted() => Expect(
        """"
        query ($v: Int = 3, $f: PaperFilter = { text: "a" }) {
          papers(first: $v, filter: { text: "a", years: [1, $v], also: { text: "", years: 7, open: false } }, order: NEWEST) { id }
          paper(id: 4) { rating authors(first: null) { id } }
          a: paper(id: "x") { id }
          search(text: """b""", kinds: [NEWEST, null]) { __typename }
          b: search(text: "c", kinds: OLDEST) { __typename }
          pick(by: { url: "u" }) { id }
          c: papers(listedOn: { any: [$v, "thing"] }) { id }
        }
        """");

    [Fact]
    public void A_scalar_says_what_it_accepts() => Expect(
        """
        {
          papers(first: "1", listedOn: 7) { id }
          a: papers(first: 1.5) { id }
          b: papers(first: 2147483648) { id }
          paper(id: 1.0) { title(short: "true") }
          search(text: NEWEST) { __typename }
        }
        """,
        "2:17 Int cannot represent \"1\": expected a whole number from -2147483648 to 2147483647.",
        "3:20 Int cannot represent 1.5: expected a whole number from -2147483648 to 2147483647.",
        "4:20 Int cannot represent 2147483648: expected a whole number from -2147483648 to 2147483647.",
        "5:13 ID cannot represent 1.0: expected a string or a whole number.",
        "5:33 Boolean cannot represent \"true\": expected true or false.",
        "6:16 String cannot represent NEWEST: expected a string.");

    [Fact]
    public void A_list_or_an_object_is_no_scalar_whatever_variables_are_in_it() => Expect(
        """
        query ($v: Int, $b: Boolean!) {
          papers(first: [$v]) { id }
          a: papers(first: { a: $v }) { id @skip(if: [$b]) }
          search(text: { a: [{ b: $v }] }) { __typename }
          b: papers(listedOn: { a: [$v] }) { id }
          pick(by: { url: [$v], id: 1 }) { id }
        }
        """,
        "2:17 Int cannot represent [$v]: expected a whole number from -2147483648 to 2147483647.",
        "3:20 Int cannot represent { a: $v }: expected a whole number from -2147483648 to 2147483647.",
        "3:46 Boolean cannot represent [$b]: expected true or false.",
        "4:16 String cannot represent { a: [{ b: $v }] }: expected a string.",
        "6:19 String cannot represent [$v]: expected a string.",
        "6:12 OneOf Input Object \"PaperPick\" must specify exactly one key.");

    [Fact]
    public void An_enum_names_near_values() => Expect(
        """
        { a: papers(order: NEWES) { id } b: papers(order: "OLDEST") { id } c: papers(order: 1) { id } }
        """,
        "1:20 Value \"NEWES\" does not exist in \"Order\" enum. Did you mean the enum value \"NEWEST\"?",
        "1:51 Enum \"Order\" cannot represent non-enum value: \"OLDEST\". Did you mean the enum value \"OLDEST\" or \"NEWEST\"?",
        "1:85 Enum \"Order\" cannot represent non-enum value: 1.");

    [Fact]
    public void Null_is_no_value_of_a_non_null_type() => Expect(
        """
        { paper(id: null) { id } papers(filter: { text: null, years: [null], open: null }) { id } }
        """,
        "1:13 Expected value of type \"ID!\", found null.",
        "1:49 Expected value of type \"String!\", found null.",
        "1:63 Expected value of type \"Int!\", found null.",
        "1:76 Expected value of type \"Boolean!\", found null.");

    [Fact]
    public void Items_of_lists_are_judged_each() => Expect(
        """
        { search(text: "a", kinds: [NEWEST, 1, [OLDEST]]) { __typename } }
        """,
        "1:37 Enum \"Order\" cannot represent non-enum value: 1.",
        "1:40 Enum \"Order\" cannot represent non-enum value: [OLDEST].");

    [Fact]
    public void Fields_of_input_objects_are_known_and_required_ones_given() => Expect(
        """
        { papers(filter: { txt: "a", years: "now", also: 5 }) { id } }
        """,
        "1:20 Field \"txt\" is not defined by type \"PaperFilter\". Did you mean \"text\"?",
        "1:37 Int cannot represent \"now\": expected a whole number from -2147483648 to 2147483647.",
        "1:50 Expected value of type \"PaperFilter\", found 5.",
        "1:18 Field \"PaperFilter.text\" of required type \"String!\" was not provided.");

    [Fact]
    public void Of_a_OneOf_input_object_one_field_is_given_and_not_null() => Expect(
        """
        { a: pick(by: {}) { id } b: pick(by: { id: 1, url: "u" }) { id } c: pick(by: { id: null }) { id } }
        """,
        "1:15 OneOf Input Object \"PaperPick\" must specify exactly one key.",
        "1:38 OneOf Input Object \"PaperPick\" must specify exactly one key.",
        "1:78 Field \"PaperPick.id\" must be non-null.");

    [Fact]
    public void Defaults_of_variables_are_judged() => Expect(
        """
        query ($a: Int = "1", $b: [Order!] = [NEWEST, null], $c: Paper = 1) { __typename }
        """,
        "1:18 Int cannot represent \"1\": expected a whole number from -2147483648 to 2147483647.",
        "1:47 Expected value of type \"Order!\", found null.");

    [Fact]
    public void A_long_literal_is_quoted_in_part() => Expect(
        """
        { papers(first: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa") { id } }
        """,
        "1:17 Int cannot represent \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…: "
            + "expected a whole number from -2147483648 to 2147483647.");
}
