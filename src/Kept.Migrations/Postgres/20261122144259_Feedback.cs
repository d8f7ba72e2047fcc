using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Kept.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Feedback : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "work_outbox",
                type: "text",
                nullable: false,
                defaultValue: "Account");

            migrationBuilder.AddColumn<string>(
                name: "stop",
                table: "work_outbox",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "work_body_letter",
                columns: table => new
                {
                    body = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    entry = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_body_letter", x => x.body);
                });

            migrationBuilder.CreateTable(
                name: "work_contact",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: true),
                    added = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    added_by = table.Column<string>(type: "text", nullable: false),
                    ended = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_contact", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_contribution",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    form_key = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    about = table.Column<string>(type: "text", nullable: true),
                    about_version = table.Column<int>(type: "integer", nullable: true),
                    action = table.Column<string>(type: "text", nullable: true),
                    title = table.Column<string>(type: "text", nullable: false),
                    told = table.Column<string>(type: "text", nullable: false),
                    edited = table.Column<string>(type: "text", nullable: true),
                    author = table.Column<string>(type: "text", nullable: false),
                    approved_by = table.Column<string>(type: "text", nullable: true),
                    provenance = table.Column<string>(type: "text", nullable: false),
                    came_on = table.Column<DateOnly>(type: "date", nullable: true),
                    made = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    publish_after = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    accepted_as = table.Column<string>(type: "text", nullable: true),
                    accepted_by = table.Column<string>(type: "text", nullable: true),
                    seconds = table.Column<int>(type: "integer", nullable: false),
                    tell_me = table.Column<bool>(type: "boolean", nullable: false),
                    claimed_by = table.Column<string>(type: "text", nullable: true),
                    claimed_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    merged_into = table.Column<string>(type: "text", nullable: true),
                    entry = table.Column<long>(type: "bigint", nullable: true),
                    became = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_contribution", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_follower",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false),
                    email_key = table.Column<string>(type: "text", nullable: false),
                    often = table.Column<string>(type: "text", nullable: false),
                    made = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    looked = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_follower", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_holiday",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    made_by = table.Column<string>(type: "text", nullable: false),
                    made = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    taken_out_by = table.Column<string>(type: "text", nullable: true),
                    taken_out = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_holiday", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_meeting",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    form_key = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    bodies = table.Column<List<string>>(type: "text[]", nullable: false),
                    contacts = table.Column<List<string>>(type: "text[]", nullable: false),
                    actions = table.Column<List<string>>(type: "text[]", nullable: false),
                    attended = table.Column<string>(type: "text", nullable: true),
                    happens_now = table.Column<string>(type: "text", nullable: true),
                    is_planned = table.Column<string>(type: "text", nullable: true),
                    gets_in_the_way = table.Column<string>(type: "text", nullable: true),
                    next_steps = table.Column<string>(type: "text", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    made = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_meeting", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_pause",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    digests = table.Column<bool>(type: "boolean", nullable: false),
                    reminders = table.Column<bool>(type: "boolean", nullable: false),
                    sentence = table.Column<string>(type: "text", nullable: false),
                    made_by = table.Column<string>(type: "text", nullable: false),
                    made = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_by = table.Column<string>(type: "text", nullable: true),
                    ended = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_pause", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_questionnaire",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    draft = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: true),
                    reviewer = table.Column<string>(type: "text", nullable: true),
                    deputy = table.Column<string>(type: "text", nullable: true),
                    made = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    made_by = table.Column<string>(type: "text", nullable: false),
                    closed = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_questionnaire", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_retention_run",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    erased = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_retention_run", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_text",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    text = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: true),
                    body = table.Column<string>(type: "text", nullable: true),
                    by = table.Column<string>(type: "text", nullable: false),
                    made = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_text", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_contribution_step",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    contribution_id = table.Column<string>(type: "text", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    words = table.Column<string>(type: "text", nullable: true),
                    link = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_contribution_step", x => x.id);
                    table.ForeignKey(
                        name: "FK_work_contribution_step_work_contribution_contribution_id",
                        column: x => x.contribution_id,
                        principalTable: "work_contribution",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "work_follow",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    follower_id = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    target = table.Column<string>(type: "text", nullable: false),
                    asked = table.Column<string>(type: "text", nullable: false),
                    made = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    confirmed = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    since = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_follow", x => x.id);
                    table.ForeignKey(
                        name: "FK_work_follow_work_follower_follower_id",
                        column: x => x.follower_id,
                        principalTable: "work_follower",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "work_follow_word",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    follower_id = table.Column<string>(type: "text", nullable: false),
                    follow_id = table.Column<string>(type: "text", nullable: true),
                    made = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_follow_word", x => x.id);
                    table.ForeignKey(
                        name: "FK_work_follow_word_work_follower_follower_id",
                        column: x => x.follower_id,
                        principalTable: "work_follower",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "work_form_version",
                columns: table => new
                {
                    questionnaire_id = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    form = table.Column<string>(type: "text", nullable: false),
                    made = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    made_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_form_version", x => new { x.questionnaire_id, x.number });
                    table.ForeignKey(
                        name: "FK_work_form_version_work_questionnaire_questionnaire_id",
                        column: x => x.questionnaire_id,
                        principalTable: "work_questionnaire",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "work_reply",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    questionnaire_id = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: true),
                    body = table.Column<string>(type: "text", nullable: true),
                    account_id = table.Column<string>(type: "text", nullable: true),
                    word = table.Column<string>(type: "text", nullable: true),
                    invited_name = table.Column<string>(type: "text", nullable: true),
                    invited_email = table.Column<string>(type: "text", nullable: true),
                    made = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    saved = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answers = table.Column<string>(type: "text", nullable: false),
                    at_risk = table.Column<bool>(type: "boolean", nullable: false),
                    has_risk_words = table.Column<bool>(type: "boolean", nullable: false),
                    is_safeguarded = table.Column<bool>(type: "boolean", nullable: false),
                    sent = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reference = table.Column<string>(type: "text", nullable: true),
                    may_be_used = table.Column<bool>(type: "boolean", nullable: false),
                    may_be_published = table.Column<bool>(type: "boolean", nullable: false),
                    erased = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    channel = table.Column<string>(type: "text", nullable: false),
                    came_on = table.Column<DateOnly>(type: "date", nullable: true),
                    entered_by = table.Column<string>(type: "text", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_reply", x => x.id);
                    table.ForeignKey(
                        name: "FK_work_reply_work_questionnaire_questionnaire_id",
                        column: x => x.questionnaire_id,
                        principalTable: "work_questionnaire",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "work_attachment",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    contribution_id = table.Column<string>(type: "text", nullable: true),
                    reply_id = table.Column<string>(type: "text", nullable: true),
                    question = table.Column<string>(type: "text", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    length = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    made = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    @checked = table.Column<string>(name: "checked", type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_attachment", x => x.id);
                    table.ForeignKey(
                        name: "FK_work_attachment_work_contribution_contribution_id",
                        column: x => x.contribution_id,
                        principalTable: "work_contribution",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_work_attachment_work_reply_reply_id",
                        column: x => x.reply_id,
                        principalTable: "work_reply",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "work_reply_step",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    reply_id = table.Column<string>(type: "text", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    link = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_reply_step", x => x.id);
                    table.ForeignKey(
                        name: "FK_work_reply_step_work_reply_reply_id",
                        column: x => x.reply_id,
                        principalTable: "work_reply",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "work_safeguarding",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    reply_id = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    deed = table.Column<string>(type: "text", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: true),
                    to = table.Column<string>(type: "text", nullable: true),
                    because = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_safeguarding", x => x.id);
                    table.ForeignKey(
                        name: "FK_work_safeguarding_work_reply_reply_id",
                        column: x => x.reply_id,
                        principalTable: "work_reply",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "work_attachment_bytes",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_attachment_bytes", x => x.id);
                    table.ForeignKey(
                        name: "FK_work_attachment_bytes_work_attachment_id",
                        column: x => x.id,
                        principalTable: "work_attachment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_work_attachment_contribution_id",
                table: "work_attachment",
                column: "contribution_id");

            migrationBuilder.CreateIndex(
                name: "IX_work_attachment_reply_id",
                table: "work_attachment",
                column: "reply_id");

            migrationBuilder.CreateIndex(
                name: "IX_work_contribution_body_made",
                table: "work_contribution",
                columns: new[] { "body", "made" });

            migrationBuilder.CreateIndex(
                name: "IX_work_contribution_form_key",
                table: "work_contribution",
                column: "form_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_work_contribution_reference",
                table: "work_contribution",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_work_contribution_state_action_sent",
                table: "work_contribution",
                columns: new[] { "state", "action", "sent" });

            migrationBuilder.CreateIndex(
                name: "IX_work_contribution_state_body_sent",
                table: "work_contribution",
                columns: new[] { "state", "body", "sent" });

            migrationBuilder.CreateIndex(
                name: "IX_work_contribution_state_sent",
                table: "work_contribution",
                columns: new[] { "state", "sent" });

            migrationBuilder.CreateIndex(
                name: "IX_work_contribution_step_contribution_id",
                table: "work_contribution_step",
                column: "contribution_id");

            migrationBuilder.CreateIndex(
                name: "IX_work_follow_follower_id_kind_target",
                table: "work_follow",
                columns: new[] { "follower_id", "kind", "target" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_work_follow_word_follower_id",
                table: "work_follow_word",
                column: "follower_id");

            migrationBuilder.CreateIndex(
                name: "IX_work_follow_word_made",
                table: "work_follow_word",
                column: "made");

            migrationBuilder.CreateIndex(
                name: "IX_work_follower_email_key",
                table: "work_follower",
                column: "email_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_work_follower_looked",
                table: "work_follower",
                column: "looked");

            migrationBuilder.CreateIndex(
                name: "IX_work_meeting_day",
                table: "work_meeting",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "IX_work_meeting_form_key",
                table: "work_meeting",
                column: "form_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_work_reply_ends",
                table: "work_reply",
                column: "ends");

            migrationBuilder.CreateIndex(
                name: "IX_work_reply_questionnaire_id_sent",
                table: "work_reply",
                columns: new[] { "questionnaire_id", "sent" });

            migrationBuilder.CreateIndex(
                name: "IX_work_reply_reference",
                table: "work_reply",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_work_reply_step_reply_id",
                table: "work_reply_step",
                column: "reply_id");

            migrationBuilder.CreateIndex(
                name: "IX_work_safeguarding_reply_id",
                table: "work_safeguarding",
                column: "reply_id");

            migrationBuilder.CreateIndex(
                name: "IX_work_text_text",
                table: "work_text",
                column: "text");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "work_attachment_bytes");

            migrationBuilder.DropTable(
                name: "work_body_letter");

            migrationBuilder.DropTable(
                name: "work_contact");

            migrationBuilder.DropTable(
                name: "work_contribution_step");

            migrationBuilder.DropTable(
                name: "work_follow");

            migrationBuilder.DropTable(
                name: "work_follow_word");

            migrationBuilder.DropTable(
                name: "work_form_version");

            migrationBuilder.DropTable(
                name: "work_holiday");

            migrationBuilder.DropTable(
                name: "work_meeting");

            migrationBuilder.DropTable(
                name: "work_pause");

            migrationBuilder.DropTable(
                name: "work_reply_step");

            migrationBuilder.DropTable(
                name: "work_retention_run");

            migrationBuilder.DropTable(
                name: "work_safeguarding");

            migrationBuilder.DropTable(
                name: "work_text");

            migrationBuilder.DropTable(
                name: "work_attachment");

            migrationBuilder.DropTable(
                name: "work_follower");

            migrationBuilder.DropTable(
                name: "work_contribution");

            migrationBuilder.DropTable(
                name: "work_reply");

            migrationBuilder.DropTable(
                name: "work_questionnaire");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "work_outbox");

            migrationBuilder.DropColumn(
                name: "stop",
                table: "work_outbox");
        }
    }
}
