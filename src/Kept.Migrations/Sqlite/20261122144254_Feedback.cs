using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kept.Migrations.Sqlite
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
                type: "TEXT",
                nullable: false,
                defaultValue: "Account");

            migrationBuilder.AddColumn<string>(
                name: "stop",
                table: "work_outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "work_body_letter",
                columns: table => new
                {
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<string>(type: "TEXT", nullable: false),
                    entry = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_body_letter", x => x.body);
                });

            migrationBuilder.CreateTable(
                name: "work_contact",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: true),
                    added = table.Column<string>(type: "TEXT", nullable: false),
                    added_by = table.Column<string>(type: "TEXT", nullable: false),
                    ended = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_contact", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_contribution",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    reference = table.Column<string>(type: "TEXT", nullable: false),
                    form_key = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    about = table.Column<string>(type: "TEXT", nullable: true),
                    about_version = table.Column<int>(type: "INTEGER", nullable: true),
                    action = table.Column<string>(type: "TEXT", nullable: true),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    told = table.Column<string>(type: "TEXT", nullable: false),
                    edited = table.Column<string>(type: "TEXT", nullable: true),
                    author = table.Column<string>(type: "TEXT", nullable: false),
                    approved_by = table.Column<string>(type: "TEXT", nullable: true),
                    provenance = table.Column<string>(type: "TEXT", nullable: false),
                    came_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    made = table.Column<string>(type: "TEXT", nullable: false),
                    sent = table.Column<string>(type: "TEXT", nullable: true),
                    decided = table.Column<string>(type: "TEXT", nullable: true),
                    publish_after = table.Column<string>(type: "TEXT", nullable: true),
                    accepted_as = table.Column<string>(type: "TEXT", nullable: true),
                    accepted_by = table.Column<string>(type: "TEXT", nullable: true),
                    seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    tell_me = table.Column<bool>(type: "INTEGER", nullable: false),
                    claimed_by = table.Column<string>(type: "TEXT", nullable: true),
                    claimed_until = table.Column<string>(type: "TEXT", nullable: true),
                    merged_into = table.Column<string>(type: "TEXT", nullable: true),
                    entry = table.Column<long>(type: "INTEGER", nullable: true),
                    became = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_contribution", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_follower",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    email_key = table.Column<string>(type: "TEXT", nullable: false),
                    often = table.Column<string>(type: "TEXT", nullable: false),
                    made = table.Column<string>(type: "TEXT", nullable: false),
                    looked = table.Column<string>(type: "TEXT", nullable: false),
                    seen = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_follower", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_holiday",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    made_by = table.Column<string>(type: "TEXT", nullable: false),
                    made = table.Column<string>(type: "TEXT", nullable: false),
                    taken_out_by = table.Column<string>(type: "TEXT", nullable: true),
                    taken_out = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_holiday", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_meeting",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    form_key = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    bodies = table.Column<string>(type: "TEXT", nullable: false),
                    contacts = table.Column<string>(type: "TEXT", nullable: false),
                    actions = table.Column<string>(type: "TEXT", nullable: false),
                    attended = table.Column<string>(type: "TEXT", nullable: true),
                    happens_now = table.Column<string>(type: "TEXT", nullable: true),
                    is_planned = table.Column<string>(type: "TEXT", nullable: true),
                    gets_in_the_way = table.Column<string>(type: "TEXT", nullable: true),
                    next_steps = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", nullable: false),
                    made = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_meeting", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_pause",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    digests = table.Column<bool>(type: "INTEGER", nullable: false),
                    reminders = table.Column<bool>(type: "INTEGER", nullable: false),
                    sentence = table.Column<string>(type: "TEXT", nullable: false),
                    made_by = table.Column<string>(type: "TEXT", nullable: false),
                    made = table.Column<string>(type: "TEXT", nullable: false),
                    ended_by = table.Column<string>(type: "TEXT", nullable: true),
                    ended = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_pause", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_questionnaire",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    draft = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: true),
                    reviewer = table.Column<string>(type: "TEXT", nullable: true),
                    deputy = table.Column<string>(type: "TEXT", nullable: true),
                    made = table.Column<string>(type: "TEXT", nullable: false),
                    made_by = table.Column<string>(type: "TEXT", nullable: false),
                    closed = table.Column<string>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_questionnaire", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_retention_run",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<string>(type: "TEXT", nullable: false),
                    erased = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_retention_run", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_text",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: true),
                    body = table.Column<string>(type: "TEXT", nullable: true),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    made = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_text", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work_contribution_step",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    contribution_id = table.Column<string>(type: "TEXT", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: true),
                    link = table.Column<string>(type: "TEXT", nullable: true)
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
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    follower_id = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    target = table.Column<string>(type: "TEXT", nullable: false),
                    asked = table.Column<string>(type: "TEXT", nullable: false),
                    made = table.Column<string>(type: "TEXT", nullable: false),
                    confirmed = table.Column<string>(type: "TEXT", nullable: true),
                    since = table.Column<long>(type: "INTEGER", nullable: false)
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
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    follower_id = table.Column<string>(type: "TEXT", nullable: false),
                    follow_id = table.Column<string>(type: "TEXT", nullable: true),
                    made = table.Column<string>(type: "TEXT", nullable: false)
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
                    questionnaire_id = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    form = table.Column<string>(type: "TEXT", nullable: false),
                    made = table.Column<string>(type: "TEXT", nullable: false),
                    made_by = table.Column<string>(type: "TEXT", nullable: false)
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
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    questionnaire_id = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: true),
                    body = table.Column<string>(type: "TEXT", nullable: true),
                    account_id = table.Column<string>(type: "TEXT", nullable: true),
                    word = table.Column<string>(type: "TEXT", nullable: true),
                    invited_name = table.Column<string>(type: "TEXT", nullable: true),
                    invited_email = table.Column<string>(type: "TEXT", nullable: true),
                    made = table.Column<string>(type: "TEXT", nullable: false),
                    saved = table.Column<string>(type: "TEXT", nullable: false),
                    ends = table.Column<string>(type: "TEXT", nullable: false),
                    answers = table.Column<string>(type: "TEXT", nullable: false),
                    at_risk = table.Column<bool>(type: "INTEGER", nullable: false),
                    has_risk_words = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_safeguarded = table.Column<bool>(type: "INTEGER", nullable: false),
                    sent = table.Column<string>(type: "TEXT", nullable: true),
                    reference = table.Column<string>(type: "TEXT", nullable: true),
                    may_be_used = table.Column<bool>(type: "INTEGER", nullable: false),
                    may_be_published = table.Column<bool>(type: "INTEGER", nullable: false),
                    erased = table.Column<string>(type: "TEXT", nullable: true),
                    channel = table.Column<string>(type: "TEXT", nullable: false),
                    came_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    entered_by = table.Column<string>(type: "TEXT", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
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
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    contribution_id = table.Column<string>(type: "TEXT", nullable: true),
                    reply_id = table.Column<string>(type: "TEXT", nullable: true),
                    question = table.Column<string>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    length = table.Column<int>(type: "INTEGER", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    made = table.Column<string>(type: "TEXT", nullable: false),
                    @checked = table.Column<string>(name: "checked", type: "TEXT", nullable: false)
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
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    reply_id = table.Column<string>(type: "TEXT", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    link = table.Column<string>(type: "TEXT", nullable: true)
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
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    reply_id = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    deed = table.Column<string>(type: "TEXT", nullable: false),
                    decision = table.Column<string>(type: "TEXT", nullable: true),
                    to = table.Column<string>(type: "TEXT", nullable: true),
                    because = table.Column<string>(type: "TEXT", nullable: true)
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
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
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
