import { PasswordForm } from "@/components/auth/password-form";

export default function Page() {
  return <PasswordForm must={false} />;
}
