using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kept.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Questionnaires : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                    is_safeguarded = table.Column<bool>(type: "INTEGER", nullable: false),
                    sent = table.Column<string>(type: "TEXT", nullable: true),
                    reference = table.Column<string>(type: "TEXT", nullable: true),
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
                    to = table.Column<string>(type: "TEXT", nullable: true)
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
                name: "IX_work_safeguarding_reply_id",
                table: "work_safeguarding",
                column: "reply_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "work_form_version");

            migrationBuilder.DropTable(
                name: "work_safeguarding");

            migrationBuilder.DropTable(
                name: "work_reply");

            migrationBuilder.DropTable(
                name: "work_questionnaire");
        }
    }
}
